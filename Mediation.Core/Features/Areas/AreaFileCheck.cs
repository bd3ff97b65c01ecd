using System.Globalization;
using Mediation.Core.Data;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Areas;

/// <summary>Every fault of a file, line by line; what names another area waits for the whole file, because that one may stand further down.</summary>
sealed class AreaFileCheck(IReadOnlySet<AreaCode> known)
{
    const int LongestName = 100;

    readonly HashSet<AreaCode> inFile = [];
    readonly List<(int Line, Area Area)> areas = [];
    readonly List<ImportFault> faults = [];
    AreaColumns given = new(false, false, false);

    public void Add(AreaLine line)
    {
        if (line.Broken)
            Fault(line, "line", "malformed");
        CheckName(line);
        var area = new Area
        {
            Code = Code(line),
            Name = line.Name,
            ValidFrom = Date(line, "validFrom", line.ValidFrom),
            ValidTo = Date(line, "validTo", line.ValidTo),
            Parent = Code(line, "parent", line.Parent),
            Successor = Code(line, "successor", line.Successor),
            Sample = IsSample(line),
        };
        if (area.ValidTo < area.ValidFrom)
            Fault(line, "validTo", "before-start");
        if (area.Code == default)
            return;
        CheckPlace(line, area);
        areas.Add((line.Number, area));
        given = new AreaColumns(line.ValidTo is not null, line.Successor is not null, line.Sample is not null);
    }

    /// <summary>The whole file, or every fault of it.</summary>
    public ImportAreas Complete()
    {
        foreach (var (line, area) in areas)
        {
            if (area.Parent is { } parent && !IsKnown(parent))
                faults.Add(new ImportFault(line, "parent", "missing"));
            if (area.Successor is { } successor && !IsKnown(successor))
                faults.Add(new ImportFault(line, "successor", "unknown"));
        }
        return faults.Count == 0
            ? new ImportAreas([.. areas.Select(row => Hung(row.Area))], given)
            : throw new ImportException([.. faults.OrderBy(fault => fault.Line)]);
    }

    /// <summary>A file may begin at its own district; where what lies above is known, the district hangs there.</summary>
    Area Hung(Area area) => area with { Parent = area.Parent ?? (area.Code.Parent is { } above && IsKnown(above) ? above : null) };

    void CheckName(AreaLine line)
    {
        if (line.Name.Length is 0 or > LongestName)
            Fault(line, "name", line.Name.Length == 0 ? "required" : "length");
        if (line.Name.Any(char.IsControl))
            Fault(line, "name", "control");
    }

    /// <summary>Scope goes by the range of a code, so a tree that said otherwise would show one thing and grant another.</summary>
    void CheckPlace(AreaLine line, Area area)
    {
        if (!inFile.Add(area.Code))
            Fault(line, "code", "duplicate");
        if (!Enum.GetNames<AreaLevel>().Contains(line.Level, StringComparer.OrdinalIgnoreCase))
            Fault(line, "level", "invalid");
        else if (!area.Level.ToString().Equals(line.Level, StringComparison.OrdinalIgnoreCase))
            Fault(line, "level", "mismatch");
        if (area.Successor == area.Code)
            Fault(line, "successor", "self");
        // The top of what one place imports is its district, city or province; below it everything hangs somewhere.
        if (line.Parent.Length == 0 && area.Level is AreaLevel.Town or AreaLevel.Village)
            Fault(line, "parent", "required");
        if (area.Parent is { } parent && parent != area.Code.Parent)
            Fault(line, "parent", "not-prefix");
    }

    AreaCode Code(AreaLine line)
    {
        if (!AreaCode.TryParse(line.Code, out var code))
            Fault(line, "code", line.Code.Length == 0 ? "required" : "invalid");
        return code;
    }

    AreaCode? Code(AreaLine line, string field, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (AreaCode.TryParse(text, out var code))
            return code;
        Fault(line, field, "invalid");
        return null;
    }

    DateOnly? Date(AreaLine line, string field, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Fault(line, field, "invalid");
        return null;
    }

    bool IsSample(AreaLine line)
    {
        var yes = line.Sample is "1" || string.Equals(line.Sample, "true", StringComparison.OrdinalIgnoreCase);
        if (!yes && line.Sample is not (null or "" or "0") && !line.Sample.Equals("false", StringComparison.OrdinalIgnoreCase))
            Fault(line, "sample", "invalid");
        return yes;
    }

    bool IsKnown(AreaCode code) => inFile.Contains(code) || known.Contains(code);

    void Fault(AreaLine line, string field, string code) => faults.Add(new ImportFault(line.Number, field, code));
}
