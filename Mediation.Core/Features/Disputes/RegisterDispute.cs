using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Puts a dispute on the ledger and proposes where it belongs. The client chooses the id, so a replay is harmless.</summary>
[Needs(Permission.Register), Offline]
public sealed record RegisterDispute : IntakeBody, ICommand<Registration>
{
    [JsonIgnore]
    public Guid DisputeId { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    /// <summary>Settled at the table already: the whole of a small quarrel in one go.</summary>
    public SettlementBody? Settlement { get; init; }

    /// <summary>The settled matter that breaks out again here; both show the link.</summary>
    public Guid? RelapseOf { get; init; }

    /// <summary>The sign found on a screening round that becomes this dispute; both show the link.</summary>
    public Guid? LeadId { get; init; }

    /// <summary>The visit at a front desk that becomes this dispute; both show the link.</summary>
    public Guid? VisitId { get; init; }
}

/// <summary>The dispute, and whether this command made it.</summary>
public sealed record Registration(DisputeView Dispute, bool Created);

/// <summary>What was agreed at the table; performed at once or continuing.</summary>
public sealed record SettlementBody
{
    public string? Terms { get; init; }

    public SpotPerformance? Performance { get; init; }

    public IReadOnlyList<ObligationBody>? Obligations { get; init; }

    /// <summary>The serial of the pre-printed one-page sheet.</summary>
    public string? FormSerial { get; init; }
}

sealed class RegisterDisputeValidator : AbstractValidator<RegisterDispute>
{
    public RegisterDisputeValidator(TimeProvider clock)
    {
        RuleFor(c => c.DisputeId).NotEmpty().WithErrorCode("required");
        Include(new IntakeValidator(clock));
        RuleFor(c => c.RelapseOf).NotEqual(c => c.DisputeId).WithErrorCode("range").WithMessage("A dispute is no relapse of itself.");
        RuleFor(c => c.LeadId).NotEqual(Guid.Empty).WithErrorCode("required");
        RuleFor(c => c.VisitId).NotEqual(Guid.Empty).WithErrorCode("required");
        RuleFor(c => c.Settlement!).SetValidator(new SettlementValidator()).When(c => c.Settlement is not null);
    }
}

sealed class RegisterDisputeHandler(
    CurrentUser user, DisputeDesk desk, DisputeStore disputes, CommandLog commands, Intake intake, Router router, DuplicateFinder duplicates,
    CaseDesk cases, DisputeReader reader, OrganisationStore organisations, LeadDesk leads, VisitDesk visits, RegistrationDraft draft) : ICommandHandler<RegisterDispute, Registration>
{
    public async Task<Registration> Handle(RegisterDispute command, CancellationToken ct)
    {
        if (draft.Ready is { } ready && await disputes.TakeId(command.DisputeId, ready.Dispute.File.Area.District.Value))
        {
            var made = await disputes.Add(ready.Dispute, ready.Rows);
            await commands.Add(command.DisputeId, user.Account.Id, command.Digest, command.DisputeId, made, ready.Step.Now);
            return new Registration(ready.View, Created: true);
        }
        if (await Known(command) is { } known)
            return new Registration(known, Created: false);
        var area = await intake.RequireArea(command);
        if (!await disputes.TakeId(command.DisputeId, area.District.Value))
            // On PostgreSQL the same command may have been waiting here for its twin to commit.
            return await Known(command) is { } twin ? new Registration(twin, Created: false) : throw await Taken(command.DisputeId);

        var step = desk.StepAt(null, command.DeviceTime);
        var (file, proposal) = await intake.File(command.DisputeId, command, step);
        file = file with { RelapseOf = command.RelapseOf, Leads = command.LeadId is { } sign ? [sign] : [], VisitId = command.VisitId };
        var hints = await duplicates.Find(file);
        var dispute = Dispute.Register(file, await router.IsMajor(file), step);
        if (command.Settlement is { } settlement)
            await cases.SettleOnTheSpot(dispute, settlement, step with { On = dispute.File.LastStepOn });
        else if (command.Override is { OrganisationId: { } toId } && toId != file.ResponsibleId)
            dispute.RouteTo(Guid.CreateVersion7(), await DeskOf(file.ResponsibleId, file), await DeskOf(toId, file), step);

        var version = await disputes.Save(dispute, step);
        await duplicates.Remember(dispute.File);
        if (command.RelapseOf is { } settledId)
            await Link(settledId, dispute.File.Id, step);
        if (command.LeadId is { } lead)
            await leads.Turn(lead, dispute.File.Id, step.Now);
        if (command.VisitId is { } visit)
            await visits.Turn(visit, dispute.File.Id, step.Now);
        await commands.Add(command.DisputeId, user.Account.Id, command.Digest, command.DisputeId, version, step.Now);
        var view = await reader.View(dispute, user.Account, ct);
        return new Registration(view with { Routing = proposal, PossibleDuplicates = hints }, Created: true);
    }

    /// <summary>What is out of sight is as unknown as what is not there.</summary>
    async Task Link(Guid settledId, Guid relapseId, Step step)
    {
        if (await disputes.FindForChange(settledId) is not { } settled || !DisputeSight.Includes(settled.File, user.Account))
            throw new RuleViolationException("relapse.unknown", "There is no such dispute.", "domain 12", "relapseOf");
        settled.LinkRelapse(relapseId, step);
        await disputes.Save(settled, step);
    }

    async Task<DisputeView?> Known(RegisterDispute command)
    {
        var known = await commands.Find(command.DisputeId);
        if (known is null || !known.Is(user.Account.Id, command.Digest))
            return null;
        return await reader.View((await disputes.Find(command.DisputeId))!, user.Account);
    }

    /// <summary>Out of scope nothing is told but that the id is taken.</summary>
    async Task<Exception> Taken(Guid id) => await disputes.Find(id) is { } other && DisputeSight.Includes(other.File, user.Account)
        ? new ConflictException("dispute.different-content", "This id is on the ledger with other content.")
        : new ConflictException("id.taken", "This id is taken.");

    async Task<Desk> DeskOf(Guid id, DisputeFile file) => await organisations.Get(id) is { DissolvedOn: null } known && known.Area.District == file.Area.District ? known.Desk
        : throw new RuleViolationException("organisation.unknown", "There is no such organisation.", "registry", "override.organisationId");
}
