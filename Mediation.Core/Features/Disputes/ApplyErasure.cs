using Mediation.Core.Data;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>
/// Carries out anew, on a database that was restored from before it, what stands in the register of erasures. Sent by the verb restore, never over HTTP.
/// Answers whether there was anything to erase.
/// </summary>
public sealed record ApplyErasure(RegisteredErasure Erasure) : ICommand<bool>;

sealed class ApplyErasureHandler(DisputeStore disputes, Erasure erasure, LeadStore leads, DeskStore visits, TimeProvider clock) : ICommandHandler<ApplyErasure, bool>
{
    const string Basis = "恢复备份后按删除登记重新执行";

    public async Task<bool> Handle(ApplyErasure command, CancellationToken ct)
    {
        var (asked, district) = (command.Erasure, new AreaCode(command.Erasure.District));
        switch (asked.Kind)
        {
            case ErasedKind.Lead when await leads.Find(district, asked.Id, ct) is { ErasedOn: null }:
                await leads.Erase(district, asked.Id, asked.On);
                return true;
            case ErasedKind.Visit when await visits.Find(district, asked.Id, ct) is { ErasedOn: null }:
                await visits.Erase(district, asked.Id, asked.On);
                return true;
            case ErasedKind.Dispute when await disputes.FindForChange(asked.Id) is { } dispute && asked.Fields.Except(dispute.File.Erased.Keys).Any():
                await Erase(dispute, asked);
                return true;
            default:
                return false;
        }
    }

    async Task Erase(Dispute dispute, RegisteredErasure asked)
    {
        var fields = Erasure.WithSubject(dispute.File, asked.Fields);
        var step = new Step
        {
            ActorId = asked.By, OrganisationId = asked.Office, On = asked.On, Now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()),
        };
        dispute.Erase(fields, await erasure.Apply(dispute.File, fields, asked.On), Basis, step);
        await disputes.Save(dispute, step);
    }
}
