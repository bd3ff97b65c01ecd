namespace Mediation.Tests.Support;

/// <summary>How many rows each table has, read behind the application's back: what was refused adds none.</summary>
static class RowCounts
{
    static readonly string[] Tables =
    [
        "dispute_home", "dispute", "dispute_file", "dispute_before", "journal", "journal_personal", "involvement", "handover_home", "party_key", "command",
        "case_number", "case_number_counter", "tally", "organisation", "mediator", "area", "rule_set", "account", "screening_return", "report_entry",
        "monthly_report", "filed_entry", "sealed_entry", "sealed_report", "late_change", "opening_figure", "report_reminder", "subsidy_payment",
        "training", "training_attendance", "stability_assessment", "veto_flag", "scoring_scheme", "score_adjustment", "score_result", "score_appeal", "score_correction",
    ];

    public static Task<string> Of(ApiServer app) => Of(app, Tables);

    /// <summary>Enough to see that a dispute was touched, when it is asked hundreds of times.</summary>
    public static Task<string> OfLedger(ApiServer app) => Of(app, ["dispute_home", "journal", "command"]);

    static async Task<string> Of(ApiServer app, string[] tables)
    {
        await using var connection = await TestDatabase.Open(app.ConnectionString);
        await using var count = connection.CreateCommand();
        count.CommandText = string.Join(" union all ", tables.Select(table => $"select '{table} ' || count(*) as rows_of from {table}"))
            + " union all select 'versions ' || coalesce(sum(version), 0) from dispute order by 1";
        await using var reader = await count.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
