using System.Globalization;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Mediators;

/// <summary>One line of the file: whom it is about and what it says; a cell that cannot be read is a fault of the line.</summary>
sealed record MediatorCsvRow(int Line, Guid? Id, string Organisation, MediatorFields Fields);

/// <summary>Reads the mediator file; columns may stand in any order, and those that are missing leave what is known as it is.</summary>
sealed class MediatorCsv
{
    static readonly string[] Columns =
    [
        "id", "organisation", "name", "gender", "employment", "grade", "certificateNumber", "certificateFrom", "certificateTo", "termFrom", "termTo",
        "expertise", "languages", "capacity", "trainingHours",
    ];

    readonly List<ImportFault> faults = [];
    readonly HashSet<string> present = new(StringComparer.OrdinalIgnoreCase);

    public List<MediatorCsvRow> Rows { get; } = [];

    public IReadOnlyList<ImportFault> Faults => faults;

    public bool Has(string column) => present.Contains(column);

    public static MediatorCsv Read(string text)
    {
        var read = new MediatorCsv();
        var records = CsvText.Records(text).ToList();
        if (records.Count < 2)
            read.faults.Add(new ImportFault(1, "", "empty"));
        else if (read.ReadHeader(records[0].Cells))
            foreach (var (line, cells) in records.Skip(1))
                read.ReadRow(line, records[0].Cells, cells);
        return read;
    }

    bool ReadHeader(IReadOnlyList<string> header)
    {
        foreach (var column in header)
            if (!Columns.Contains(column, StringComparer.OrdinalIgnoreCase) || !present.Add(column))
                faults.Add(new ImportFault(1, column, "column"));
        foreach (var needed in (string[])["organisation", "name"])
            if (!present.Contains(needed))
                faults.Add(new ImportFault(1, needed, "required"));
        return faults.Count == 0;
    }

    void ReadRow(int line, IReadOnlyList<string> header, IReadOnlyList<string> cells)
    {
        if (cells.Count != header.Count)
        {
            faults.Add(new ImportFault(line, "", "columns"));
            return;
        }
        var texts = header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase);
        string? Text(string column) => texts.GetValueOrDefault(column) is { Length: > 0 } text ? text : null;
        T? Parsed<T>(string column, Func<string, T?> parse, string code) where T : struct
        {
            if (Text(column) is not { } text)
                return null;
            var value = parse(text);
            if (value is null)
                faults.Add(new ImportFault(line, column, code));
            return value;
        }
        DateOnly? Date(string column) => Parsed<DateOnly>(
            column, text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null, "date");
        IReadOnlyList<T> Several<T>(string column, Func<string, object?> parse, string code)
        {
            var parts = Parts(Text(column)).Select(parse).ToList();
            if (parts.Contains(null))
                faults.Add(new ImportFault(line, column, code));
            return [.. parts.OfType<T>()];
        }

        foreach (var (column, text) in texts)
            if (text.Any(c => char.IsControl(c) || c == '\uFFFD'))
                faults.Add(new ImportFault(line, column, "characters"));
        Rows.Add(new MediatorCsvRow(line, Parsed<Guid>("id", text => Guid.TryParse(text, out var id) ? id : null, "id"), Text("organisation") ?? "", new MediatorFields
        {
            Name = Text("name"),
            Gender = Text("gender") switch { "男" => "M", "女" => "F", var other => other?.ToUpperInvariant() },
            Employment = Parsed<Employment>("employment", MediatorCsvWords.Employment, "unknown"),
            Grade = Parsed<MediatorGrade>("grade", MediatorCsvWords.Grade, "unknown"),
            CertificateNumber = Text("certificateNumber"),
            CertificateFrom = Date("certificateFrom"),
            CertificateTo = Date("certificateTo"),
            TermFrom = Date("termFrom"),
            TermTo = Date("termTo"),
            Expertise = Several<DisputeType>("expertise", text => MediatorCsvWords.Member<DisputeType>(text), "unknown"),
            Languages = Parts(Text("languages")),
            Capacity = Parsed<int>("capacity", MediatorCsvWords.Number, "number"),
            TrainingHours = Several<TrainingHours>("trainingHours", MediatorCsvWords.Year, "number"),
        }));
    }

    static string[] Parts(string? text) => text?.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <summary>The words of the file: the identifiers of the vocabulary, and the everyday Chinese ones for employment and grade.</summary>
static class MediatorCsvWords
{
    public static Employment? Employment(string text) => text switch { "专职" => Domain.Registry.Employment.FullTime, "兼职" => Domain.Registry.Employment.PartTime, _ => Member<Employment>(text) };

    public static MediatorGrade? Grade(string text) => text switch
    {
        "一级" => MediatorGrade.One,
        "二级" => MediatorGrade.Two,
        "三级" => MediatorGrade.Three,
        "四级" => MediatorGrade.Four,
        _ => Member<MediatorGrade>(text),
    };

    /// <summary>A member by name; numbers are no names.</summary>
    public static T? Member<T>(string text) where T : struct, Enum =>
        !char.IsAsciiDigit(text[0]) && text[0] != '-' && Enum.TryParse<T>(text, ignoreCase: true, out var member) && Enum.IsDefined(member) ? member : null;

    public static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>2025:24</summary>
    public static TrainingHours? Year(string text) =>
        text.Split(':', '：') is [var year, var hours] && Number(year) is { } y && Number(hours) is { } h ? new TrainingHours(y, h) : null;
}
