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
        ("a home without a dispute", "select count(*) from dispute_home where not exists (select 1 from dispute where dispute.id = dispute_home.id)"),
        ("a dispute without a home", "select count(*) from dispute where not exists (select 1 from dispute_home where dispute.id = dispute_home.id)"),
        ("a dispute without a file", "select count(*) from dispute where not exists (select 1 from dispute_file where dispute.id = dispute_file.id)"),
        ("a file without a dispute", "select count(*) from dispute_file where not exists (select 1 from dispute where dispute.id = dispute_file.id)"),
        ("a version that the journal does not tell", "select count(*) from dispute where version <> (select count(*) from journal where dispute_id = dispute.id)"),
        ("a gap in a journal", "select count(*) from (select dispute_id from journal group by dispute_id having count(*) <> max(sequence)) as gapped"),
        ("a journal of no dispute", "select count(*) from journal where not exists (select 1 from dispute where dispute.id = journal.dispute_id)"),
        ("texts of no step", "select count(*) from journal_personal where not exists (select 1 from journal where journal.dispute_id = journal_personal.dispute_id and journal.sequence = journal_personal.sequence)"),
        ("a step without its texts", "select count(*) from journal where sequence = 1 and not exists (select 1 from journal_personal where journal.dispute_id = journal_personal.dispute_id and journal_personal.sequence = 1)"),
        ("a dispute that no tablet hears of", "select count(*) from dispute where not exists (select 1 from dispute_change where dispute_change.dispute_id = dispute.id and dispute_change.version = dispute.version)"),
        ("a change number that was given twice", "select count(*) - count(distinct number) from dispute_change"),
        ("a change number that was not drawn", "select count(*) from dispute_change where number > (select last from change_counter where change_counter.district_code = dispute_change.district_code)"),
        ("a dispute that no search finds", "select count(*) from dispute where not exists (select 1 from search_text where search_text.dispute_id = dispute.id)"),
        ("a text of no dispute", "select count(*) from search_text where not exists (select 1 from dispute where dispute.id = search_text.dispute_id)"),
        ("a dispute without keys of its parties", "select count(*) from dispute where not exists (select 1 from party_key where party_key.dispute_id = dispute.id)"),
        ("a gap in the case numbers", "select count(*) from case_number_counter where last <> (select count(*) from case_number where case_number.organisation_id = case_number_counter.organisation_id and case_number.year = case_number_counter.year)"),
        ("a case number of no dispute", "select count(*) from case_number where not exists (select 1 from dispute where dispute.id = case_number.dispute_id)"),
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
