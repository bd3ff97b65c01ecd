using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Parties;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>
/// Reads a roster: CSV with the columns name and, where wanted, idNumber and phone, in any order. A number that fails its check is kept as it is
/// (domain 12); a cell that a spreadsheet would take for a formula is refused, so that no later export carries one.
/// </summary>
static class RosterFile
{
    public const int Longest = 2_000;
    const int MostFaults = 1_000;

    static readonly string[] Columns = ["name", "idNumber", "phone"];

    public static IReadOnlyList<GroupMember> Read(string text)
    {
        using var parser = new CsvParser(new StringReader(text.TrimStart('\uFEFF')), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ",",
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
        });
        if (!parser.Read())
            throw new ImportException([new ImportFault(1, "", "empty")]);
        var header = Header(parser.Record!);
        var (members, faults, seen) = (new List<GroupMember>(), new List<ImportFault>(), new HashSet<(string, string?)>());
        while (parser.Read())
        {
            if (members.Count == Longest || faults.Count >= MostFaults)
            {
                faults.Add(new ImportFault(parser.RawRow, "", "too-many"));
                break;
            }
            var found = Faults(parser.RawRow, header, parser.Record!).ToList();
            faults.AddRange(found);
            if (found.Count > 0)
                continue;
            var member = Member(header, parser.Record!);
            if (seen.Add((member.Name, member.IdNumber)))
                members.Add(member);
            else
                faults.Add(new ImportFault(parser.RawRow, "name", "duplicate"));
        }
        if (members.Count == 0 && faults.Count == 0)
            faults.Add(new ImportFault(1, "", "empty"));
        return faults.Count == 0 ? members : throw new ImportException(faults);
    }

    static string[] Header(string[] cells)
    {
        List<ImportFault> faults =
        [
            .. cells.Where(c => !Columns.Contains(c, StringComparer.OrdinalIgnoreCase)).Select(c => new ImportFault(1, Short(c), "column")),
            .. cells.GroupBy(c => c, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => new ImportFault(1, Short(same.Key), "duplicate")),
            .. cells.Contains("name", StringComparer.OrdinalIgnoreCase) ? [] : (ImportFault[])[new ImportFault(1, "name", "required")],
        ];
        return faults.Count == 0 ? [.. cells.Select(c => Columns.First(known => known.Equals(c, StringComparison.OrdinalIgnoreCase)))] : throw new ImportException(faults);
    }

    static IEnumerable<ImportFault> Faults(int line, string[] header, string[] cells)
    {
        if (cells.Length != header.Length)
        {
            yield return new ImportFault(line, "", "columns");
            yield break;
        }
        foreach (var (column, cell) in header.Zip(cells))
            if (cell.Length == 0 && column == "name")
                yield return new ImportFault(line, column, "required");
            else if (cell.Length > (column == "name" ? 100 : 40))
                yield return new ImportFault(line, column, "length");
            else if (cell.Any(c => char.IsControl(c) || c == '\uFFFD'))
                yield return new ImportFault(line, column, "characters");
            else if (IsFormula(column == "phone" ? Phone.Normalise(cell) : cell))
                yield return new ImportFault(line, column, "formula");
    }

    // What a spreadsheet calculates instead of showing; the full-width signs count as well. A phone's + goes with its country code.
    static bool IsFormula(string cell) => cell.Length > 0 && "=+-@＝＋－＠".Contains(cell[0]);

    static GroupMember Member(string[] header, string[] cells)
    {
        string? Cell(string column) => Array.IndexOf(header, column) is >= 0 and var index && cells[index].Length > 0 ? cells[index] : null;
        return new GroupMember
        {
            Id = Guid.CreateVersion7(), Name = Cell("name")!, IdNumber = Cell("idNumber") is { } number ? ResidentId.Normalise(number) : null,
            Phone = Cell("phone") is { } phone ? Phone.Normalise(phone) : null,
        };
    }

    static string Short(string cell) => cell.Length > 40 ? cell[..40] : cell;
}
