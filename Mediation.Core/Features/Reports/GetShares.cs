using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>An area's matters of a time, divided by type, source, tier or outcome, as published tables print them; voided and merged ones never count.</summary>
[Needs(Permission.ReadReports)]
public sealed record GetShares : IQuery<SharesPage>
{
    public AreaCode? Area { get; init; }

    /// <summary>Default the first day of this year.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Default today.</summary>
    public DateOnly? To { get; init; }
    public ShareDay On { get; init; } = ShareDay.Registered;
    public ShareKey By { get; init; } = ShareKey.Type;
}

/// <summary>Which day of a matter decides: that of the event, or that of the registration.</summary>
public enum ShareDay { Occurred, Registered }

public enum ShareKey { Type, Source, Tier, Outcome }

/// <summary>How many there are, and the parts by size; what does not occur is not listed.</summary>
public sealed record SharesPage(int Total, IReadOnlyList<ShareItem> Items);

/// <summary>A part of the whole; percent with one decimal, half up.</summary>
public sealed record ShareItem(string Key, int Count, decimal Percent);

sealed class GetSharesValidator : AbstractValidator<GetShares>
{
    public GetSharesValidator()
    {
        RuleFor(q => q.From).Must(day => day is null || IsSensible(day.Value)).WithErrorCode("range").WithMessage("Between 1900 and 9998.");
        RuleFor(q => q.To).Must(day => day is null || IsSensible(day.Value)).WithErrorCode("range").WithMessage("Between 1900 and 9998.");
        RuleFor(q => q.To).GreaterThanOrEqualTo(q => q.From).When(q => q.From is not null && q.To is not null).WithErrorCode("order");
    }

    static bool IsSensible(DateOnly day) => day.Year is >= 1900 and < 9999;
}

sealed class GetSharesHandler(CurrentUser user, DbSession db, TimeProvider clock) : IQueryHandler<GetShares, SharesPage>
{
    public async Task<SharesPage> Handle(GetShares query, CancellationToken ct)
    {
        var area = query.Area ?? user.Account.Area;
        if (!user.Account.SeesArea || LedgerScope.Of(user.Account, area) is not { } scope)
            throw new NotFoundException("The area");
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var from = query.From ?? new DateOnly(today.Year, 1, 1);
        var to = query.To ?? today;
        var column = query.By switch { ShareKey.Type => "type", ShareKey.Source => "source", ShareKey.Tier => "tier", ShareKey.Outcome => "outcome" };
        var days = query.On == ShareDay.Occurred ? "occurred_on >= @from and occurred_on <= @to" : "received_at >= @Start and received_at < @Stop";
        var rows = await db.Query<Row>(
            $"""
            select {column} as word, count(*) as times
            from dispute
            where {scope.Area} and status not in ('Voided', 'Merged') and {days}
            group by {column}
            order by {column}
            """, new { scope.First, scope.End, from, to, Start = Shanghai.StartOf(from), Stop = Shanghai.StartOf(to.AddDays(1)) }, ct);
        var total = (int)rows.Sum(row => row.Times);
        return new SharesPage(total, [.. rows.OrderByDescending(row => row.Times).ThenBy(row => Place(query.By, row.Word))
            .Select(row => new ShareItem(row.Word, (int)row.Times, ReportRows.Share(row.Times, total)))]);
    }

    /// <summary>Parts of one size stand in the order of the vocabulary.</summary>
    static int Place(ShareKey by, string word) => by switch
    {
        ShareKey.Type => (int)Enum.Parse<DisputeType>(word),
        ShareKey.Source => (int)Enum.Parse<Source>(word),
        ShareKey.Tier => (int)Enum.Parse<Tier>(word),
        ShareKey.Outcome => (int)Enum.Parse<DisputeOutcome>(word),
    };

    sealed record Row
    {
        public required string Word { get; init; }
        public required long Times { get; init; }
    }
}
