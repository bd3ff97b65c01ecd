using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Journal;

/// <summary>
/// The heads of all chains that grew on a day (Asia/Shanghai), as text to be kept elsewhere: whoever rewrites the journal with its hashes
/// can then be shown to have done so.
/// </summary>
[Needs(Permission.ReadLogs)]
public sealed record GetJournalHeads(DateOnly Day) : IQuery<JournalHeads>;

/// <summary>The same for the nightly export, which nobody signs in for.</summary>
public sealed record ListJournalHeads(DateOnly Day, AreaCode? Area = null) : IQuery<JournalHeads>;

/// <summary>One line a chain: dispute, its last sequence, its hash; and the SHA-256 of these lines.</summary>
public sealed record JournalHeads(DateOnly Day, int Chains, string Digest, string Text);

sealed class GetJournalHeadsValidator : AbstractValidator<GetJournalHeads>
{
    public GetJournalHeadsValidator(TimeProvider clock) =>
        RuleFor(q => q.Day).Must(day => day.Year >= 2000 && day <= Shanghai.DateOf(clock.GetUtcNow())).WithMessage("A day from 2000 up to today.");
}

sealed class JournalHeadsHandler(CurrentUser user, DbSession db) : IQueryHandler<ListJournalHeads, JournalHeads>, IQueryHandler<GetJournalHeads, JournalHeads>
{
    const string Sql =
        """
        select journal.dispute_id, journal.sequence, journal.hash
        from journal
        where journal.server_time >= @From and journal.server_time < @To and journal.district_code >= @First and journal.district_code < @End
            and journal.sequence = (
            select max(later.sequence)
            from journal as later
            where later.district_code = journal.district_code and later.dispute_id = journal.dispute_id and later.server_time < @To)
        order by journal.dispute_id
        """;

    public Task<JournalHeads> Handle(GetJournalHeads query, CancellationToken ct) => Handle(new ListJournalHeads(query.Day, user.Account.Area), ct);

    public async Task<JournalHeads> Handle(ListJournalHeads query, CancellationToken ct)
    {
        var heads = await db.Query<HeadRow>(Sql, new
        {
            From = Shanghai.StartOf(query.Day), To = Shanghai.StartOf(query.Day.AddDays(1)), First = query.Area?.Value ?? 0, End = query.Area?.End.Value ?? long.MaxValue,
        }, ct);
        var text = new StringBuilder();
        foreach (var head in heads)
            text.Append(CultureInfo.InvariantCulture, $"{head.DisputeId},{head.Sequence},{Convert.ToHexStringLower(head.Hash)}\n");
        var lines = text.ToString();
        return new JournalHeads(query.Day, heads.Count, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))), lines);
    }

    sealed record HeadRow
    {
        public required Guid DisputeId { get; init; }

        public required long Sequence { get; init; }

        public required byte[] Hash { get; init; }
    }
}
