using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.FrontDesk;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.FrontDesk;

/// <summary>Reads a list of another office: CSV with its columns in any order; a cell that a spreadsheet would take for a formula is refused.</summary>
static class ReferralFile
{
    const int Longest = 1_000;
    const int MostFaults = 1_000;

    static readonly string[] Required = ["number", "receivedOn", "kind", "brief"];
    static readonly string[] Columns = [.. Required, "area", "dueOn", "type", "visitor", "phone"];
    static readonly Dictionary<string, int> Lengths = new() { ["number"] = 60, ["brief"] = 1_000, ["visitor"] = 50, ["phone"] = 40 };

    public static IReadOnlyList<(int Line, RecordVisit Told)> Read(string text, DeskSource source, DateOnly latest)
    {
        using var parser = new CsvParser(new StringReader(text.TrimStart('\uFEFF')), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ",", TrimOptions = TrimOptions.Trim, BadDataFound = null,
        });
        if (!parser.Read())
            throw new ImportException([new ImportFault(1, "", "empty")]);
        var header = Header(parser.Record!);
        var (lines, faults, seen) = (new List<(int, RecordVisit)>(), new List<ImportFault>(), new HashSet<string>());
        while (parser.Read())
        {
            if (lines.Count == Longest || faults.Count >= MostFaults)
            {
                faults.Add(new ImportFault(parser.RawRow, "", "too-many"));
                break;
            }
            var line = parser.RawRow;
            var found = parser.Record!.Length == header.Length
                ? Faults(line, header.Zip(parser.Record).ToDictionary(cell => cell.First, cell => cell.Second), latest).ToList() : [new ImportFault(line, "", "columns")];
            faults.AddRange(found);
            if (found.Count > 0)
                continue;
            var told = Told(header.Zip(parser.Record).ToDictionary(cell => cell.First, cell => cell.Second), source);
            if (seen.Add(told.OutsideNumber!))
                lines.Add((line, told));
            else
                faults.Add(new ImportFault(line, "number", "duplicate"));
        }
        if (lines.Count == 0 && faults.Count == 0)
            faults.Add(new ImportFault(1, "", "empty"));
        return faults.Count == 0 ? lines : throw new ImportException(faults);
    }

    static string[] Header(string[] cells)
    {
        List<ImportFault> faults =
        [
            .. cells.Where(c => !Columns.Contains(c, StringComparer.OrdinalIgnoreCase)).Select(c => new ImportFault(1, c.Length > 40 ? c[..40] : c, "column")),
            .. cells.GroupBy(c => c, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => new ImportFault(1, same.Key.Length > 40 ? same.Key[..40] : same.Key, "duplicate")),
            .. Required.Where(column => !cells.Contains(column, StringComparer.OrdinalIgnoreCase)).Select(column => new ImportFault(1, column, "required")),
        ];
        return faults.Count == 0 ? [.. cells.Select(c => Columns.First(known => known.Equals(c, StringComparison.OrdinalIgnoreCase)))] : throw new ImportException(faults);
    }

    static IEnumerable<ImportFault> Faults(int line, Dictionary<string, string> cells, DateOnly latest)
    {
        foreach (var (column, cell) in cells)
            if (Fault(column, cell, latest) is { } code)
                yield return new ImportFault(line, column, code);
        if (Day(cells["receivedOn"]) is { } came && cells.GetValueOrDefault("dueOn") is { Length: > 0 } due && Day(due) < came)
            yield return new ImportFault(line, "dueOn", "order");
    }

    static string? Fault(string column, string cell, DateOnly latest) => column switch
    {
        _ when cell.Length == 0 => Required.Contains(column) ? "required" : null,
        _ when cell.Any(c => char.IsControl(c) || c == '\uFFFD') => "characters",
        _ when column != "phone" && "=+-@＝＋－＠".Contains(cell[0]) => "formula",
        _ when Lengths.TryGetValue(column, out var longest) && cell.Length > longest => "length",
        "receivedOn" => Day(cell) is not { } day ? "date" : day > latest || day.Year < 2000 ? "range" : null,
        "dueOn" => Day(cell) is null ? "date" : null,
        "kind" => Word<DeskKind>(cell) is null ? "word" : null,
        "type" => Word<DisputeType>(cell) is null ? "word" : null,
        "area" => AreaCode.TryParse(cell, out var code) && code.Level >= AreaLevel.District ? null : "code",
        _ => null,
    };

    static RecordVisit Told(Dictionary<string, string> cells, DeskSource source)
    {
        string? Cell(string column) => cells.GetValueOrDefault(column) is { Length: > 0 } cell ? cell : null;
        return new RecordVisit
        {
            Source = source, OutsideNumber = Cell("number"), ReceivedOn = Day(Cell("receivedOn")), Kind = Word<DeskKind>(Cell("kind")), Brief = Cell("brief"),
            AreaCode = AreaCode.TryParse(Cell("area"), out var code) ? code : null, DueOn = Day(Cell("dueOn")), Type = Word<DisputeType>(Cell("type")),
            Visitor = Cell("visitor"), Phone = Cell("phone"),
        };
    }

    static DateOnly? Day(string? cell) =>
        DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static T? Word<T>(string? cell) where T : struct, Enum => Enum.GetNames<T>().Contains(cell) ? Enum.Parse<T>(cell!) : null;
}
