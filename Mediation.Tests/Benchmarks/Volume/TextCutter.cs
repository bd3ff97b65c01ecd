using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Mediation.Benchmarks.Volume;

/// <summary>Cuts the holes into a template's values.</summary>
sealed partial class TextCutter
{
    readonly Variant variant;
    readonly int months;
    readonly Dictionary<string, (Hole Hole, int Slot)> words = [];
    Regex? holes;

    public TextCutter(Variant variant, Registry registry, int months, IEnumerable<string> names)
    {
        (this.variant, this.months) = (variant, months);
        foreach (var name in names.Where(name => name.Length > 1))
            words.TryAdd(name, (Hole.Name, Variant.Slot(variant.Names, name)));
        foreach (var (code, name, _) in registry.Areas)
            words.TryAdd(name, (Hole.Place, Variant.Slot(variant.Places, code.Value)));
    }

    /// <summary>The variant's case numbers are known now.</summary>
    public void Know()
    {
        for (var slot = 0; slot < variant.Cases.Count; slot++)
            words[variant.Cases[slot].Text] = (Hole.Case, slot);
    }

    public void KnowDigests(IEnumerable<string> digests)
    {
        foreach (var (slot, digest) in digests.Index())
            words[digest] = (Hole.Digest, slot);
        holes = null;
    }

    /// <summary>A value of a template's row, by the name of its column.</summary>
    public Part Of(string column, object? value) => value switch
    {
        null => new NullPart(),
        byte[] id when id.Length == 16 && column != "digest" => new IdPart(Variant.Slot(variant.Ids, new Guid(id, bigEndian: true))),
        byte[] bytes => new BytesPart(bytes),
        Guid id => new IdPart(Variant.Slot(variant.Ids, id)),
        DateTimeOffset at => new TimePart(at.ToUnixTimeMilliseconds()),
        DateOnly day => TextPart.Fixed(Months.Text(day)),
        long code when column.EndsWith("_code", StringComparison.Ordinal) => new AreaPart(Variant.Slot(variant.Areas, code)),
        long at when column.EndsWith("_at", StringComparison.Ordinal) || column is "at" or "server_time" or "device_time" => new TimePart(Months.Move(at, months)),
        long month when column == "month" => new NumberPart(Months.MoveMonth(month, months)),
        long day when column == "since_day" => new NumberPart(Months.MoveDay(day, months)),
        string text => Text(text),
        _ => new NumberPart(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    /// <summary>Of a text as the template has it.</summary>
    public TextPart Text(string text) => Cut(Moved(text, months));

    /// <summary>Of a text whose days are moved already.</summary>
    public TextPart Cut(string text)
    {
        holes ??= new Regex(
            @"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00|(?<!\d)340803\d{6}(?!\d)|"
            + string.Join('|', words.Keys.OrderByDescending(word => word.Length).Select(Regex.Escape)));
        var pieces = new List<Piece>();
        var from = 0;
        foreach (Match match in holes.Matches(text))
        {
            Fixed(from, match.Index);
            pieces.Add(Piece(match.Value));
            from = match.Index + match.Length;
        }
        Fixed(from, text.Length);
        return new TextPart(pieces);

        void Fixed(int start, int end)
        {
            if (end > start)
                pieces.Add(new Piece(Hole.None, 0, Encoding.UTF8.GetBytes(text[start..end])));
        }
    }

    /// <summary>Days and moments of a text, moved by whole months.</summary>
    public static string Moved(string text, int months) => months == 0 ? text : Times().Replace(text, time =>
        time.Groups[1].Success
            ? DateTimeOffset.FromUnixTimeMilliseconds(Months.Move(Instant(time.Value), months)).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)
            : Months.Text(Months.Move(DateOnly.ParseExact(time.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture), months)));

    Piece Piece(string value)
    {
        if (words.TryGetValue(value, out var word))
            return new Piece(word.Hole, word.Slot, []);
        if (value.Length == 12)
            return new Piece(Hole.Area, Variant.Slot(variant.Areas, long.Parse(value, CultureInfo.InvariantCulture)), []);
        return value[10] == 'T'
            ? new Piece(Hole.Time, Instant(value), [])
            : new Piece(Hole.Id, Variant.Slot(variant.Ids, Guid.Parse(value)), []);
    }

    static long Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    [GeneratedRegex(@"20\d\d-\d\d-\d\d(T\d\d:\d\d:\d\d(?:\.\d+)?\+00:00)?")]
    private static partial Regex Times();
}
