using System.Globalization;
using System.Text;

namespace Mediation.Core.Domain.Disputes;

/// <summary>A signature drawn on a screen: by whom, when, for what; its vectors are kept apart and can be erased.</summary>
public sealed record DrawnSignature
{
    public required Guid Id { get; init; }

    public required StrokePurpose Purpose { get; init; }

    public Guid? PartyId { get; init; }

    public Guid? MediatorId { get; init; }

    public Guid? AgentId { get; init; }

    /// <summary>The case in which it was drawn; none before there was one.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>By the device's clock, UTC.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>Lawfully erased: the entry stays, the vectors are gone.</summary>
    public DateOnly? ErasedOn { get; init; }
}

/// <summary>Vectors of a signature: strokes of points [x, y, t], t in milliseconds since the first touch.</summary>
public static class StrokeVectors
{
    /// <summary>What one signature may hold.</summary>
    public const int MaximumStrokes = 200, MaximumPoints = 5_000, MaximumPlace = 10_000, MaximumTime = 600_000;

    const int Margin = 10;

    /// <summary>Points of three numbers within the bounds, in the order in which they were drawn.</summary>
    public static bool AreValid(IReadOnlyList<IReadOnlyList<IReadOnlyList<int>>> strokes)
    {
        if (strokes.Count is 0 or > MaximumStrokes || strokes.Any(s => s is null or { Count: 0 }) || strokes.Sum(s => s.Count) > MaximumPoints)
            return false;
        var before = 0;
        foreach (var point in strokes.SelectMany(s => s))
        {
            if (point is not [>= 0 and <= MaximumPlace, >= 0 and <= MaximumPlace, >= 0 and <= MaximumTime] || point[2] < before)
                return false;
            before = point[2];
        }
        return true;
    }

    /// <summary>A picture for papers: black lines on nothing, in the drawing's own bounds.</summary>
    public static string Svg(IReadOnlyList<IReadOnlyList<IReadOnlyList<int>>> strokes)
    {
        var points = strokes.SelectMany(s => s).ToList();
        var (left, top) = (points.Min(p => p[0]) - Margin, points.Min(p => p[1]) - Margin);
        var (width, height) = (points.Max(p => p[0]) + Margin - left, points.Max(p => p[1]) + Margin - top);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{left} {top} {width} {height}\">");
        foreach (var stroke in strokes)
        {
            // A dot is a line of one place; without a length nothing would be drawn.
            var line = stroke.Count == 1 ? [stroke[0], stroke[0]] : stroke;
            svg.Append("<polyline fill=\"none\" stroke=\"#000\" stroke-width=\"4\" stroke-linecap=\"round\" stroke-linejoin=\"round\" points=\"");
            svg.AppendJoin(' ', line.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p[0]},{p[1]}"))).Append("\"/>");
        }
        return svg.Append("</svg>").ToString();
    }
}
