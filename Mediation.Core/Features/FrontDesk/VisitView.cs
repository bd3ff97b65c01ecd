using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.FrontDesk;
using Mediation.Core.Domain.Parties;

namespace Mediation.Core.Features.FrontDesk;

/// <summary>Who came to the desk with what, or what another office sent, and what became of it; the phone is masked until it is revealed.</summary>
public sealed record VisitView
{
    public required Guid Id { get; init; }

    /// <summary>Whose desk it is.</summary>
    public required OrganisationRef Organisation { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>The place that it is about.</summary>
    public required AreaCode AreaCode { get; init; }

    public string? AreaName { get; init; }

    public required DeskKind Kind { get; init; }

    public required DeskSource Source { get; init; }

    /// <summary>The number of the office that sent it.</summary>
    public string? OutsideNumber { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>By when the other office wants to know; null when nobody sent it.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The day has passed and the other office was not told.</summary>
    public required bool Late { get; init; }

    public DisputeType? Type { get; init; }

    /// <summary>Null once it was lawfully erased, like all words of it.</summary>
    public string? Visitor { get; init; }

    public string? Phone { get; init; }

    public string? Brief { get; init; }

    public required DeskState State { get; init; }

    public string? Answer { get; init; }

    public Guid? DisputeId { get; init; }

    public string? ClosedBy { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What the other office was told.</summary>
    public string? Feedback { get; init; }

    public DateOnly? FeedbackOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public DateOnly? ErasedOn { get; init; }

    /// <summary>CloseVisit, RegisterDispute, TellReferrer, RevealVisit, EraseVisit.</summary>
    public required IReadOnlyList<string> Can { get; init; }

    internal static VisitView Of(VisitRow row, Account viewer, DateOnly today) => new()
    {
        Id = row.Id, Organisation = new OrganisationRef(row.OrganisationId, row.OrganisationName, Enum.Parse<Tier>(row.Tier)), RecordedBy = row.AccountName,
        AreaCode = new AreaCode(row.AreaCode), AreaName = row.AreaName, Kind = Enum.Parse<DeskKind>(row.Kind), Source = row.SourceWord,
        OutsideNumber = row.OutsideNumber, ReceivedOn = row.ReceivedOn, DueOn = row.DueOn, Late = row.DueOn < today && row.FeedbackOn is null,
        Type = row.Type is null ? null : Enum.Parse<DisputeType>(row.Type), Visitor = row.Visitor, Phone = row.Phone is null ? null : Masking.Phone(row.Phone),
        Brief = row.Brief, State = row.StateWord, Answer = row.Answer, DisputeId = row.DisputeId, ClosedBy = row.CloserName, ClosedAt = row.ClosedAt,
        Feedback = row.Feedback, FeedbackOn = row.FeedbackOn, RecordedAt = row.RecordedAt, ErasedOn = row.ErasedOn, Can = [.. Acts(row, viewer)],
    };

    static IEnumerable<string> Acts(VisitRow row, Account viewer)
    {
        if (row.StateWord == DeskState.Open && viewer.May(Permission.Register))
        {
            yield return nameof(CloseVisit);
            yield return "RegisterDispute";
        }
        if (row.SourceWord.IsReferral && row.StateWord != DeskState.Open && row.FeedbackOn is null && viewer.May(Permission.Register))
            yield return nameof(TellReferrer);
        if (row.Phone is not null && viewer.May(Permission.Reveal))
            yield return nameof(RevealVisit);
        if (row.ErasedOn is null && viewer.May(Permission.Erase))
            yield return nameof(EraseVisit);
    }
}
