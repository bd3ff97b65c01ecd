using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Screening;

/// <summary>Erases place, brief and words of a sign for good on a lawful ground (个人信息保护法 47); type, day and outcome stay counted.</summary>
[Needs(Permission.Erase)]
public sealed record EraseLead : ICommand<LeadView>, IErasure
{
    [JsonIgnore]
    public Guid LeadId { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    /// <summary>The lawful ground; it is logged.</summary>
    public string? Reason { get; init; }

    (ErasedKind Kind, Guid Id, IReadOnlyList<string> Fields) IErasure.Erases => (ErasedKind.Lead, LeadId, []);
}

sealed class EraseLeadValidator : AbstractValidator<EraseLead>
{
    public EraseLeadValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(200).WithErrorCode("length");
    }
}

sealed class EraseLeadHandler(
    LeadDesk desk, LeadStore leads, AccessLog log, CommandLog commands, DbSession db, ReferenceData reference, CurrentUser user, TimeProvider clock)
    : ICommandHandler<EraseLead, LeadView>
{
    public async Task<LeadView> Handle(EraseLead command, CancellationToken ct)
    {
        var (account, lead) = (user.Account, await desk.Load(command.LeadId));
        var practices = await reference.Screening(db, ct);
        if (await commands.Find(command.CommandId) is { } known)
            return known.Is(account.Id, command.Digest) ? LeadView.Of(lead, practices, account)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        var now = clock.GetUtcNow();
        await leads.Erase(account.Area.District, lead.Id, Shanghai.DateOf(now));
        await log.Add(new AccessRow
        {
            Id = Guid.CreateVersion7(), At = now, AccountId = account.Id, OrganisationId = account.OrganisationId, Kind = "Erase", DistrictCode = account.Area.District.Value,
            Detail = $"lead {lead.Id}: {command.Reason!.Trim()}",
        });
        await commands.Add(command.CommandId, account.Id, command.Digest, disputeId: null, version: 3, now);
        return LeadView.Of((await leads.Find(account.Area.District, lead.Id, ct))!, practices, account);
    }
}
