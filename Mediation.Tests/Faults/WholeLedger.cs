using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Faults;

/// <summary>Whether all that belongs to a command is there or none of it, read behind the application's back.</summary>
static class WholeLedger
{
    /// <summary>Each counts what must not be.</summary>
    static readonly (string Fault, string Sql)[] Checks =
    [
        Missing("home", "dispute_home", "dispute_home.id"), Missing("file", "dispute_file", "dispute_file.id"),
        Missing("search text", "search_text", "search_text.dispute_id"), Missing("key of its parties", "party_key", "party_key.dispute_id"),
        Missing("change number", "dispute_change", "dispute_change.version = dispute.version and dispute_change.dispute_id"),
        Missing("beginning", "journal", "journal.sequence = 1 and journal.dispute_id"),
        Missing("texts", "journal_personal", "journal_personal.sequence = 1 and journal_personal.dispute_id"),
        Left("dispute_home", "id"), Left("dispute_file", "id"), Left("journal", "dispute_id"), Left("search_text", "dispute_id"), Left("party_key", "dispute_id"),
        Left("dispute_change", "dispute_id"), Left("case_number", "dispute_id"), Left("journal_personal", "dispute_id"),
        ("a version that the journal does not tell",
            "select count(*) from dispute where version <> (select count(*) from journal where journal.district_code = dispute.district_code and dispute_id = dispute.id)"),
        ("a gap in a journal", "select count(*) from (select dispute_id from journal group by dispute_id having count(*) <> max(sequence)) as gapped"),
        ("a change number that was given twice", "select count(*) - count(distinct number) from dispute_change"),
        ("a change number that was not drawn",
            "select count(*) from dispute_change where number > (select last from change_counter where change_counter.district_code = dispute_change.district_code)"),
        ("a gap in the case numbers",
            "select count(*) from case_number_counter as counter where last <> (select count(*) from case_number where case_number.organisation_id = counter.organisation_id and case_number.year = counter.year)"),
    ];

    const string Index = "select (select count(*) from search_text) - (select count(*) from search_index)";

    /// <summary>The faults that are there, in words.</summary>
    public static async Task<IReadOnlyList<string>> Faults(string connectionString)
    {
        await using var connection = await TestDatabase.Open(connectionString);
        var checks = connection is Microsoft.Data.Sqlite.SqliteConnection ? Checks.Append(("a text that is not in the index", Index)) : Checks;
        var found = new List<string>();
        foreach (var (fault, sql) in checks)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            if (Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) is not 0 and var count)
                found.Add($"{count}: {fault}");
        }
        return found;
    }

    static (string, string) Missing(string what, string table, string key) =>
        ($"a dispute without its {what}", $"select count(*) from dispute where not exists (select 1 from {table} where {table}.district_code = dispute.district_code and {key} = dispute.id)");

    static (string, string) Left(string table, string key) =>
        ($"a row of {table} of no dispute", $"select count(*) from {table} where not exists (select 1 from dispute where dispute.district_code = {table}.district_code and dispute.id = {table}.{key})");

    /// <summary>What was acknowledged is there with a whole chain, nothing is there by half, and the tallies are those of a recount.</summary>
    public static async Task Require(string connectionString, Uri address, IReadOnlyDictionary<Guid, int> acknowledged)
    {
        Assert.That(await Faults(connectionString), Is.Empty);
        using var village = await ApiProcess.SignIn(address, "village");
        await Parallel.ForEachAsync(acknowledged, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (one, _) =>
        {
            var chain = (await village.Get($"/api/disputes/{one.Key}/journal/verification")).Expect(HttpStatusCode.OK);
            if (!(bool)chain["valid"]! || (int)chain["rows"]! < one.Value)
                throw new AssertionException($"{one.Key} was acknowledged with version {one.Value}: {chain.ToJsonString()}");
        });
        using var district = await ApiProcess.SignIn(address, "district");
        var tallies = (await district.Get("/api/reports/tallies/verification")).Expect(HttpStatusCode.OK);
        Assert.That((bool?)tallies["matches"], Is.True, tallies.ToJsonString());
    }
}
