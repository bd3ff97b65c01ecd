using System.Text;

namespace Mediation.Core.Features.Mediators;

/// <summary>Comma-separated text (RFC 4180): quoted cells may hold commas, doubled quotes and line breaks.</summary>
static class CsvText
{
    /// <summary>The records with the line each begins on, the first line being 1; empty lines are passed over.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Records(string text)
    {
        var (at, line) = (text.StartsWith('\uFEFF') ? 1 : 0, 1);
        while (at < text.Length)
        {
            var (begin, cells) = (line, new List<string>());
            do
                cells.Add(Cell(text, ref at, ref line));
            while (at < text.Length && text[at++] == ',');
            line++;
            if (cells is not [""])
                yield return (begin, cells);
        }
    }

    /// <summary>Reads one cell and stops on the comma or line feed behind it.</summary>
    static string Cell(string text, ref int at, ref int line)
    {
        var (cell, quoted) = (new StringBuilder(), false);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (quoted && c == '"' && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[++at]);
            else if (c == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (!quoted && c is ',' or '\n')
                break;
            else if (c != '\r' || quoted)
                cell.Append(c);
            if (quoted && c == '\n')
                line++;
        }
        return cell.ToString().Trim();
    }
}
