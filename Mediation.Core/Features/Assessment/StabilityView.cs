using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>An entry of the register of stability assessments, and what the viewer may do.</summary>
public sealed record StabilityView
{
    public required Guid Id { get; init; }
    public required string OrganisationName { get; init; }
    public required AreaCode AreaCode { get; init; }
    public required string AreaName { get; init; }
    public required string Name { get; init; }
    public required StabilityKind Kind { get; init; }
    public required string ResponsibleBody { get; init; }
    public required DateOnly DueOn { get; init; }
    public required StabilityState State { get; init; }
    public StabilityReport? Report { get; init; }
    public string? WithdrawalReason { get; init; }
    public required IReadOnlyList<StabilityNote> Entries { get; init; }

    /// <summary>Names of the operations that the viewer may send now.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

public sealed record StabilityNote(DateOnly On, StabilityEntryKind Kind, string Text, string By);

/// <summary>Shows an assessment to one person, and finds it for a change.</summary>
[Scoped]
sealed class StabilityReader(AssessmentDesk desk, StabilityStore assessments, OrganisationStore organisations, AreaStore areas)
{
    /// <summary>One of the viewer's area; of others there is none.</summary>
    public async Task<StabilityAssessment> ForChange(Guid id) => await assessments.FindForChange(desk.District, id) is { } one && Keeps(one)
        ? one : throw new NotFoundException("The assessment");

    public async Task<StabilityView> View(StabilityAssessment one, CancellationToken ct) => new()
    {
        Id = one.Id, OrganisationName = (await organisations.Get(one.OrganisationId, ct))?.Name ?? "", AreaCode = one.Area,
        AreaName = (await areas.Find(one.Area, ct))?.Name ?? one.Area.ToString(), Name = one.Name, Kind = one.Kind, ResponsibleBody = one.ResponsibleBody, DueOn = one.DueOn,
        State = StateOf(one), Report = one.Report, WithdrawalReason = one.Withdrawn?.Reason,
        Entries = [.. one.Entries.Select(entry => new StabilityNote(entry.On, entry.Kind, entry.Text, entry.By.Name))], Can = [.. Acts(one)],
    };

    StabilityState StateOf(StabilityAssessment one) => !one.Counts ? StabilityState.Withdrawn : one.Report is not null ? StabilityState.Done
        : one.DueOn < desk.Today ? StabilityState.Overdue : StabilityState.Due;

    IEnumerable<string> Acts(StabilityAssessment one)
    {
        if (!one.Counts || !Keeps(one) || !desk.Account.May(Permission.Direct))
            yield break;
        if (one.Report is null)
        {
            yield return nameof(ConcludeStabilityItem);
            yield return nameof(WithdrawStabilityItem);
        }
        yield return nameof(NoteStabilityEntry);
    }

    bool Keeps(StabilityAssessment one) => desk.Account.SeesArea && desk.Account.Tier != Domain.Tier.Village && desk.Account.Area.Holds(one.Area);
}
