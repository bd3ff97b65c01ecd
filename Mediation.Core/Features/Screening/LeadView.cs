using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Screening;

namespace Mediation.Core.Features.Screening;

/// <summary>An emerging sign (苗头) found on a round, the level it is proposed for and why, and what became of it.</summary>
public sealed record LeadView
{
    public required Guid Id { get; init; }

    public required AreaCode AreaCode { get; init; }

    public string? AreaName { get; init; }

    public required OrganisationRef Organisation { get; init; }

    public required string FoundBy { get; init; }

    public required DateOnly FoundOn { get; init; }

    /// <summary>Null for the usual round.</summary>
    public CampaignRef? Campaign { get; init; }

    /// <summary>Null once it was lawfully erased.</summary>
    public string? Place { get; init; }

    public required int People { get; init; }

    public string? Brief { get; init; }

    public required DisputeType Type { get; init; }

    public required IReadOnlyList<LeadTrigger> Triggers { get; init; }

    public required RiskLevel ProposedLevel { get; init; }

    public required IReadOnlyList<ReasonView> Reasons { get; init; }

    /// <summary>The marks for a dispute that is made of it.</summary>
    public required IReadOnlyList<Risk> Risks { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public LeadOutcome? Outcome { get; init; }

    /// <summary>What was done on the spot, or why it was dismissed.</summary>
    public string? Words { get; init; }

    public Guid? DisputeId { get; init; }

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public DateOnly? ErasedOn { get; init; }

    /// <summary>DecideLead, RegisterDispute, EraseLead.</summary>
    public required IReadOnlyList<string> Can { get; init; }

    internal static LeadView Of(LeadRow row, ScreeningPractices practices, Account viewer)
    {
        var reasons = practices.On(row.FoundOn).LeadLevels.Select(rule => rule.Reason).Where(reason => row.Rules.Split(',').Contains(reason.Rule));
        return new LeadView
        {
            Id = row.Id, AreaCode = new AreaCode(row.AreaCode), AreaName = row.AreaName,
            Organisation = new OrganisationRef(row.OrganisationId, row.OrganisationName, Enum.Parse<Tier>(row.Tier)), FoundBy = row.AccountName, FoundOn = row.FoundOn,
            Campaign = row.CampaignId is { } campaign ? new CampaignRef(campaign, row.CampaignName ?? "") : null, Place = row.Place, People = row.People,
            Brief = row.Brief, Type = Enum.Parse<DisputeType>(row.Type), Triggers = row.TriggerList, ProposedLevel = Enum.Parse<RiskLevel>(row.Level),
            Reasons = [.. reasons.Select(ReasonView.Of)], Risks = [.. row.TriggerList.Select(trigger => trigger.AsRisk).OfType<Risk>()], RecordedAt = row.RecordedAt,
            Outcome = row.Outcome is null ? null : Enum.Parse<LeadOutcome>(row.Outcome), Words = row.Words, DisputeId = row.DisputeId, DecidedBy = row.DeciderName,
            DecidedAt = row.DecidedAt, ErasedOn = row.ErasedOn, Can = [.. Acts(row, viewer)],
        };
    }

    static IEnumerable<string> Acts(LeadRow row, Account viewer)
    {
        if (row.Outcome is null && viewer.May(Permission.Register))
        {
            yield return nameof(DecideLead);
            yield return "RegisterDispute";
        }
        if (row.ErasedOn is null && viewer.May(Permission.Erase))
            yield return nameof(EraseLead);
    }
}
