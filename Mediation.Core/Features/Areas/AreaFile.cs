using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ValidationException = FluentValidation.ValidationException;
using FluentValidation.Results;

namespace Mediation.Core.Features.Areas;

/// <summary>A line of an area file as it is written; an optional column that the file lacks is null.</summary>
sealed record AreaLine
{
    public required int Number { get; init; }

    /// <summary>Quotes where none belong, or more or fewer cells than columns.</summary>
    public required bool Broken { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Parent { get; init; }

    public required string Level { get; init; }

    public required string? ValidFrom { get; init; }

    public required string? ValidTo { get; init; }

    public required string? Successor { get; init; }

    public required string? Sample { get; init; }
}

/// <summary>Reads an area file line by line: CSV in UTF-8, with or without a byte order mark, its columns in any order.</summary>
static class AreaFile
{
    static readonly string[] Required = ["code", "name", "parent", "level"];
    static readonly string[] Optional = ["validfrom", "validto", "successor", "sample"];

    public static async IAsyncEnumerable<AreaLine> Lines(Stream csv, [EnumeratorCancellation] CancellationToken ct)
    {
        // Bytes that are no UTF-8 become U+FFFD, which no area bears in its name: GBK files are told apart by it.
        using var reader = new StreamReader(csv, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), false, 65_536, leaveOpen: true);
        var broken = false;
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ",",
            TrimOptions = TrimOptions.Trim,
            BadDataFound = _ => broken = true,
        });
        var columns = await parser.ReadAsync()
            ? Columns(parser.Record!)
            : throw Refused("csv.empty", "The file is empty; its first line names the columns.");
        while (await parser.ReadAsync())
        {
            ct.ThrowIfCancellationRequested();
            broken = false;
            var cells = parser.Record!;
            if (cells.Any(cell => cell.Contains('\uFFFD')))
                throw Refused("csv.not-utf8", $"Line {parser.RawRow} is not UTF-8.");
            yield return new AreaLine
            {
                Number = parser.RawRow,
                Broken = broken || cells.Length != columns.Count,
                Code = Cell("code")!,
                Name = Cell("name")!,
                Parent = Cell("parent")!,
                Level = Cell("level")!,
                ValidFrom = Cell("validfrom"),
                ValidTo = Cell("validto"),
                Successor = Cell("successor"),
                Sample = Cell("sample"),
            };

            string? Cell(string column) => !columns.TryGetValue(column, out var at) ? null : at < cells.Length ? cells[at] : "";
        }
    }

    static Dictionary<string, int> Columns(string[] header)
    {
        var names = header.Select(name => name.ToLowerInvariant()).ToList();
        if (names.Any(name => name.Contains('\uFFFD')))
            throw Refused("csv.not-utf8", "The file is not UTF-8.");
        if (Required.Except(names).ToList() is { Count: > 0 } missing)
            throw Refused("csv.columns", $"The first line must name the columns {string.Join(", ", Required)}; missing: {string.Join(", ", missing)}.");
        if (names.Except(Required).Except(Optional).Any() || names.Distinct().Count() < names.Count)
            throw Refused("csv.columns", "Beside code, name, parent and level there may be validFrom, validTo, successor and sample, each once.");
        return names.Select((name, at) => (name, at)).ToDictionary(column => column.name, column => column.at);
    }

    static ValidationException Refused(string code, string message) => new([new ValidationFailure("file", message) { ErrorCode = code }]);
}
