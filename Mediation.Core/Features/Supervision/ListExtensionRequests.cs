using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>Requests for more time that wait to be decided by the office above.</summary>
[Needs(Permission.ReadMatters)]
public sealed record ListExtensionRequests : IQuery<Page<WaitingRequest>>
{
    public AreaCode? Under { get; init; }

    public string? Cursor { get; init; }

    public int Limit { get; init; } = 50;
}

/// <summary>A request with its matter.</summary>
public sealed record WaitingRequest(LedgerItem Dispute, ExtensionRequest Request);

sealed class ListExtensionRequestsValidator : AbstractValidator<ListExtensionRequests>
{
    public ListExtensionRequestsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || ListMajorMattersValidator.Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }
}

sealed class ListExtensionRequestsHandler(CurrentUser user, LedgerReader ledger, DisputeStore disputes) : IQueryHandler<ListExtensionRequests, Page<WaitingRequest>>
{
    public async Task<Page<WaitingRequest>> Handle(ListExtensionRequests query, CancellationToken ct)
    {
        var scope = OversightScope.Of(user.Account, query.Under) ?? throw new NotFoundException("The area");
        var place = ListMajorMattersValidator.Place(query.Cursor);
        var found = await ledger.Listed(
            $"""
            select oversight.district_code, oversight.dispute_id, oversight.since_day as place
            from oversight
            where {scope.Rows} and oversight.asked = 1
                and (oversight.since_day > @PlaceSince or oversight.since_day = @PlaceSince and oversight.dispute_id > @PlaceId)
            order by oversight.since_day, oversight.dispute_id
            limit @Take
            """, new { scope.First, scope.End, scope.Own, PlaceSince = place?.Since ?? 0, PlaceId = place?.Id ?? Guid.Empty, Take = query.Limit + 1 }, user.Account, ct);
        var items = new List<WaitingRequest>();
        foreach (var (_, item) in found.Take(query.Limit))
            if ((await disputes.Find(item.Id, ct))?.File.Oversight.PendingRequest is { } waiting)
                items.Add(new WaitingRequest(item, waiting));
        var last = found.Count > query.Limit ? found[query.Limit - 1] : default;
        return new Page<WaitingRequest>(items, found.Count > query.Limit ? Cursor.Write(last.Place.ToString(CultureInfo.InvariantCulture), last.Item.Id) : null);
    }
}
