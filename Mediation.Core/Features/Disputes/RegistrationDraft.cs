using Mediation.Core.Data;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>
/// A plain registration as far as it goes without its turn to write: checked, routed, compared with look-alikes, and put into rows while others write.
/// What is left is to take the id and to write. One that draws a number or changes another matter goes its whole way inside the transaction.
/// </summary>
[Scoped]
public sealed class RegistrationDraft(
    CurrentUser user, DisputeDesk desk, DisputeStore disputes, Intake intake, Router router, DuplicateFinder duplicates, DisputeReader reader)
    : IPreparation<RegisterDispute>
{
    internal Draft? Ready { get; private set; }

    public async Task Prepare(RegisterDispute command, CancellationToken ct)
    {
        Ready = null;
        // A known id is a replay, whose answer rests on no rule; it is looked up in the transaction.
        if (!IsPlain(command) || !await duplicates.IsReady() || await disputes.District(command.DisputeId, ct) is not null)
            return;
        await intake.RequireArea(command);
        var step = desk.StepAt(null, command.DeviceTime);
        var (file, proposal) = await intake.File(command.DisputeId, command, step);
        var hints = await duplicates.Find(file);
        var dispute = Dispute.Register(file, await router.IsMajor(file), step);
        var rows = await disputes.Compose(dispute, step, () => duplicates.Remember(dispute.File));
        var view = await reader.View(dispute, user.Account, ct);
        Ready = new Draft(dispute, step, rows, view with { Routing = proposal, PossibleDuplicates = hints });
    }

    static bool IsPlain(RegisterDispute command) => command is
    {
        Settlement: null, RelapseOf: null, LeadId: null, VisitId: null, Override: null or { OrganisationId: null },
    };

    internal sealed record Draft(Dispute Dispute, Step Step, IReadOnlyList<Statement> Rows, DisputeView View);
}
