using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>One line of an old ledger as it is written.</summary>
sealed record ImportedLine(int Number, IReadOnlyDictionary<string, int> Columns, string[] Cells)
{
    /// <summary>The header has as many cells.</summary>
    public bool IsWhole => Cells.Length == Columns.Count;

    /// <summary>Null for an empty cell and for a column that the file lacks.</summary>
    public string? this[string column] => Columns.TryGetValue(column, out var at) && at < Cells.Length && Cells[at].Length > 0 ? Cells[at] : null;

    /// <summary>Columns whose text no body may hold: control characters, and bytes that were no UTF-8.</summary>
    public IEnumerable<string> Unreadable() => Columns.Where(column => column.Value < Cells.Length && Cells[column.Value].Any(IsNoText)).Select(column => column.Key);

    /// <summary>The same for the same content, in whatever order its columns stand and whatever empty ones were added.</summary>
    public byte[] Digest(byte[] key)
    {
        var content = new StringBuilder("ledger\n");
        foreach (var (name, at) in Columns.OrderBy(column => column.Key, StringComparer.Ordinal))
            if (Cells[at].Length > 0)
                content.Append(CultureInfo.InvariantCulture, $"{name}:{Cells[at].Length}:{Cells[at]}\n");
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(content.ToString()));
    }

    static bool IsNoText(char c) => c is '\uFFFD' or '\uFFFE' or '\uFFFF' || char.IsControl(c) && c is not ('\n' or '\r' or '\t');
}

/// <summary>Reads an old ledger line by line: CSV in UTF-8, with or without a byte order mark, its columns in any order.</summary>
static class ImportFile
{
    public static IEnumerable<ImportedLine> Lines(Stream csv)
    {
        using var reader = new StreamReader(csv, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), false, 65_536, leaveOpen: true);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ",", TrimOptions = TrimOptions.Trim, BadDataFound = null,
        });
        if (!parser.Read())
            throw new ImportException([new ImportFault(1, "", "empty")]);
        var columns = Columns(parser.Record!);
        while (parser.Read())
            // A spreadsheet leaves lines of nothing but commas at its end.
            if (parser.Record!.Any(cell => cell.Length > 0))
                yield return new ImportedLine(parser.RawRow, columns, parser.Record!);
    }

    static Dictionary<string, int> Columns(string[] header)
    {
        var (columns, faults) = (new Dictionary<string, int>(), new List<ImportFault>());
        foreach (var (at, word) in header.Index())
            if (ImportColumns.Find(word) is not { } column)
                faults.Add(new ImportFault(1, word.Length > 40 ? word[..40] : word, "column"));
            else if (!columns.TryAdd(column, at))
                faults.Add(new ImportFault(1, column, "duplicate"));
        faults.AddRange(ImportColumns.Required.Where(column => !columns.ContainsKey(column)).Select(column => new ImportFault(1, column, "required")));
        if (!columns.ContainsKey(ImportColumns.Number) && !columns.ContainsKey(ImportColumns.Id))
            faults.Add(new ImportFault(1, ImportColumns.Number, "required"));
        return faults.Count == 0 ? columns : throw new ImportException(faults);
    }
}
