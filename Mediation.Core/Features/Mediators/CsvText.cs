using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Mediation.Core.Features.Mediators;

/// <summary>The records of a CSV text with the line each stands on, the first line being 1; empty lines are passed over.</summary>
static class CsvText
{
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Records(string text)
    {
        // A quote out of place is no reason to stop: its line then has a cell that fits nothing, and is refused with the others.
        using var parser = new CsvParser(new StringReader(text.TrimStart('\uFEFF')), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ",",
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
        });
        while (parser.Read())
            yield return (parser.RawRow, parser.Record!);
    }
}
