using Microsoft.Data.Sqlite;

namespace Mediation.Benchmarks.Volume;

/// <summary>A table that is filled, with its columns in their order.</summary>
sealed record Table(int Number, string Name, IReadOnlyList<string> Columns);

/// <summary>Every table that a copy of a dispute has rows in, and those filled once. The order of a dispute's own is that in which they are written.</summary>
sealed class Tables
{
    /// <summary>Texts before the journal, whose digests are those of the texts.</summary>
    public static readonly string[] OfDispute =
    [
        "dispute_home", "dispute", "dispute_file", "dispute_before", "journal_personal", "journal", "involvement", "handover_home", "command", "case_number",
        "clock_reminder", "dispute_change", "report_entry", "late_change", "oversight", "supervision_card", "search_text",
    ];

    /// <summary>Whose rows are copied as they are.</summary>
    public static readonly string[] Verbatim = ["rule_set", "secret", "limit_look"];

    public static readonly string[] Registry = ["organisation", "mediator", "account"];

    /// <summary>Written at the end, sorted or summed.</summary>
    static readonly string[] Once = ["area", "party_key", "tally", "change_counter", "case_number_counter"];

    readonly Dictionary<string, Table> byName = [];

    public Tables(SqliteConnection connection)
    {
        foreach (var name in (string[])[.. OfDispute, .. Verbatim, .. Registry, .. Once])
            byName[name] = new Table(byName.Count, name, Volume.Registry.Rows(connection, $"pragma table_info({name})", row => row.GetString(1)));
        byName[SearchIndex] = new Table(byName.Count, SearchIndex, ["rowid", "tokens"]);
    }

    public const string SearchIndex = "search_index";

    public IEnumerable<Table> All => byName.Values;

    public Table this[string name] => byName[name];
}
