using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Search;

namespace Mediation.Core.Data;

/// <summary>Full text over subject, summary, place and party names, the same hits on both engines.</summary>
[Scoped]
public sealed class SearchStore(DbSession db)
{
    // The index finds the pairs of characters; the text decides (宅基地 must not match 宅基…基地). replace() says "contains" on both engines.
    const string Recheck =
        """
        replace(search_text.text, @Term0, '') <> search_text.text
            and (@Term1 is null or replace(search_text.text, @Term1, '') <> search_text.text)
            and (@Term2 is null or replace(search_text.text, @Term2, '') <> search_text.text)
            and (@Term3 is null or replace(search_text.text, @Term3, '') <> search_text.text)
        """;

    const string FoundInSqlite =
        $"""
        dispute.id in (
            select search_text.dispute_id
            from search_index
            join search_text on search_text.number = search_index.rowid
            where search_index match @Match and {Recheck})
        """;

    const string FoundInPostgres =
        $"""
        dispute.id in (
            select search_text.dispute_id
            from search_text
            where search_text.district_code = dispute.district_code and search_text.tokens @@ cast(@Match as tsquery) and {Recheck})
        """;

    // The index gives the newest entries first and is left when a page is full: nothing else may be asked before it.
    const string NewestInSqlite =
        $"""
        from search_index
        cross join search_text on search_text.number = search_index.rowid
        cross join dispute on dispute.district_code = search_text.district_code and dispute.id = search_text.dispute_id
        where search_index match @Match and search_index.rowid < @PlaceNumber and {Recheck}
        """;

    const string NewestInPostgres =
        $"""
        from search_text
        join dispute on dispute.district_code = search_text.district_code and dispute.id = search_text.dispute_id
        where search_text.tokens @@ cast(@Match as tsquery) and search_text.number < @PlaceNumber and {Recheck}
        """;

    /// <summary>Its texts, for those whose rows are few: they are looked at one by one.</summary>
    internal const string Beside =
        $"""
        join search_text on search_text.district_code = dispute.district_code and search_text.dispute_id = dispute.id and search_text.number < @PlaceNumber and {Recheck}
        """;

    /// <summary>A condition on `dispute`: its texts hold every term; takes @Match and @Term0 to @Term3. For a count of all of them.</summary>
    public string Found => db.IsSqlite ? FoundInSqlite : FoundInPostgres;

    /// <summary>The same by looking at the texts of the rows that everything else leaves.</summary>
    public const string Holds =
        $"""
        exists (
                    select 1
                    from search_text
                    where search_text.district_code = dispute.district_code and search_text.dispute_id = dispute.id and {Recheck})
        """;

    /// <summary>From where the newest entries with the terms come; takes @PlaceNumber besides, and an area's condition may follow.</summary>
    internal static string Newest(bool sqlite) => sqlite ? NewestInSqlite : NewestInPostgres;

    /// <summary>The engine's own query for the index, within an area where the index knows it.</summary>
    public string Match(string q, AreaCode? within) => !db.IsSqlite ? SearchText.TsQuery(q)
        : within is { Level: >= AreaLevel.District } area ? $"{SearchText.FtsQuery(q)} AND \"{ScopeToken(area)}\"" : SearchText.FtsQuery(q);

    /// <summary>Written whenever a text changes; of one that is new there is nothing to take away.</summary>
    public async Task Index(DisputeFile file, bool isNew)
    {
        // What only the hosting desk reads is not searched: a hit would tell it to others (医疗纠纷条例 42, 个人信息保护法 31).
        var ofChild = file.Parties.Any(p => p.Capacity == PartyCapacity.Under14);
        var brief = ofChild || file.Type == DisputeType.Medical ? (string?[])[] : [file.Subject, file.Summary];
        string?[] fields = [.. brief, file.Place, .. file.Parties.Where(p => p.IsPresent && p.Capacity != PartyCapacity.Under14).Select(p => p.Name)];
        var document = new
        {
            District = file.Area.District.Value, Town = DisputeStore.TownOf(file), Village = file.Area.Value, file.Id, Text = SearchText.Document(fields),
            Tokens = db.IsSqlite ? $"{SearchText.FtsDocument(fields)} {ScopeTokens(file.Area.Value, DisputeStore.TownOf(file), file.Area.District.Value)}" : SearchText.TsVector(fields),
        };
        if (!db.IsSqlite)
        {
            await db.Add(
                """
                insert into search_text (district_code, town_code, village_code, dispute_id, text, tokens)
                values (@District, @Town, @Village, @Id, @Text, cast(@Tokens as tsvector))
                on conflict (district_code, dispute_id) do update
                set town_code = excluded.town_code, village_code = excluded.village_code, text = excluded.text, tokens = excluded.tokens
                """, document);
            return;
        }
        await db.Add(
            """
            insert into search_text (district_code, town_code, village_code, dispute_id, text)
            values (@District, @Town, @Village, @Id, @Text)
            on conflict (district_code, dispute_id) do update
            set town_code = excluded.town_code, village_code = excluded.village_code, text = excluded.text
            """, document);
        if (!isNew)
            await db.Add("delete from search_index where rowid = (select number from search_text where district_code = @District and dispute_id = @Id)", document, atEnd: true);
        await db.Add(
            """
            insert into search_index (rowid, tokens)
            select number, @Tokens from search_text where district_code = @District and dispute_id = @Id
            """, document, atEnd: true);
    }

    /// <summary>Codes of 12, 9 and 6 digits; words are pairs, so the two are never mistaken for each other.</summary>
    internal static string ScopeTokens(long village, long town, long district) => FormattableString.Invariant($"{village} {town / 1_000} {district / 1_000_000}");

    static string ScopeToken(AreaCode area) => area.Level switch
    {
        AreaLevel.District => FormattableString.Invariant($"{area.Value / 1_000_000}"),
        AreaLevel.Town => FormattableString.Invariant($"{area.Value / 1_000}"),
        _ => FormattableString.Invariant($"{area.Value}"),
    };
}
