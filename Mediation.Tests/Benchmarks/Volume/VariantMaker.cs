using System.Globalization;
using System.Text.Json.Nodes;
using Mediation.Core.Data;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Parties;
using Mediation.Core.Domain.Reports;

namespace Mediation.Benchmarks.Volume;

/// <summary>Moves a template in time. What is computed from a matter (limits, reminders, report entries) is computed anew by the product's own code.</summary>
sealed class VariantMaker(Tables tables, Registry registry, ClockIndex clocks, ReportDefinition definition, DateOnly today, bool packs)
{
    public async Task<Variant> Make(Template template, int months)
    {
        var body = (string)template.Rows["dispute_file"][0][tables["dispute_file"].Columns.ToList().IndexOf("body")]!;
        var file = StorageJson.Read<DisputeFile>(TextCutter.Moved(body, months));
        var variant = new Variant { Place = template.Place };
        var cutter = new TextCutter(variant, registry, months, file.Parties.Where(party => party.Kind == PartyKind.Person).Select(party => party.Name).OfType<string>());
        // The first slot is the dispute's own id, at the very moment of its receipt.
        Variant.Slot(variant.Ids, file.Id);
        variant.PlaceSlots = (Variant.Slot(variant.Areas, file.Area.District.Value), Variant.Slot(variant.Areas, DisputeStore.TownOf(file)), Variant.Slot(variant.Areas, file.Area.Value));
        Numbers(template, cutter, variant, months);
        Digests(template, cutter, variant);
        Keys(file, cutter, variant);
        var (dueOn, reminders) = await clocks.Compute(file);
        var entries = ReportEntry.Of(file.Report, definition);
        foreach (var name in Tables.OfDispute)
            if (name == "clock_reminder")
                foreach (var reminder in reminders)
                    Add(name, column => cutter.Of(column, Property(reminder, column)));
            else if (name == "report_entry")
                foreach (var entry in entries)
                    Enter(entry, file, cutter, variant);
            else
                foreach (var (number, row) in template.Rows[name].Index())
                    Add(name, Columns(name, number, row, file, dueOn, cutter));
        return variant;

        void Add(string name, Func<string, Part> part) => variant.Rows.Add((tables[name], [.. tables[name].Columns.Select(part)]));
    }

    Func<string, Part> Columns(string name, int number, object?[] row, DisputeFile file, DateOnly dueOn, TextCutter cutter)
    {
        var columns = tables[name].Columns.ToList();
        return column => (name, column) switch
        {
            ("journal", "hash") => new HashPart(columns.Count - 1),
            ("involvement" or "dispute_change", "number") => new ChangePart(),
            ("search_text", "number") => new SearchNumberPart(),
            ("case_number", "number") => new CasePart(number, year: false),
            ("case_number", "year") => new CasePart(number, year: true),
            ("dispute_file" or "dispute_before", "body") when packs && file.ClosedAt is not null => new PackedPart((TextPart)cutter.Of(column, row[columns.IndexOf(column)])),
            ("dispute", "due_on") => TextPart.Fixed(Months.Text(dueOn)),
            ("dispute", "late_on") => file.ClosedOn is null && dueOn < today ? TextPart.Fixed(Months.Text(dueOn.AddDays(1))) : new NullPart(),
            _ => cutter.Of(column, row[columns.IndexOf(column)]),
        };
    }

    void Enter(ReportEntry entry, DisputeFile file, TextCutter cutter, Variant variant)
    {
        var town = DisputeStore.TownOf(file);
        object? Value(string column) => column switch
        {
            "district_code" => file.Area.District.Value,
            "town_code" => town,
            "village_code" => file.Area.Value,
            "dispute_id" => file.Id,
            "people" => entry.People,
            // Already of the month to which the file was moved.
            "month" => entry.Key.Month,
            "tier" => entry.Key.Tier.ToString(),
            "category" => entry.Key.Category,
            _ => Property(entry.Counts, column),
        };
        variant.Rows.Add((tables["report_entry"], [.. tables["report_entry"].Columns.Select(column =>
            column == "month" ? new NumberPart(entry.Key.Month) : cutter.Of(column, Value(column)))]));
        variant.Tallies.Add((new TallyPlace(entry.Key.Month, entry.Key.Tier.ToString(), entry.Key.Category),
            [.. tables["tally"].Columns.Skip(6).Select(column => Convert.ToInt64(Property(entry.Counts, column), CultureInfo.InvariantCulture))]));
    }

    /// <summary>A number's year is that of the line that first names it.</summary>
    void Numbers(Template template, TextCutter cutter, Variant variant, int months)
    {
        var (number, journal) = (tables["case_number"].Columns.ToList(), tables["journal"].Columns.ToList());
        foreach (var row in template.Rows["case_number"])
        {
            var text = (string)row[number.IndexOf("text")]!;
            var first = template.Rows["journal"].First(line => ((string)line[journal.IndexOf("payload")]!).Contains(text, StringComparison.Ordinal));
            var on = DateOnly.ParseExact((string)first[journal.IndexOf("on_date")]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            variant.Cases.Add(new CaseHole(new Guid((byte[])row[number.IndexOf("organisation_id")]!, bigEndian: true), Months.Move(on, months).Year, text));
        }
        cutter.Know();
    }

    void Digests(Template template, TextCutter cutter, Variant variant)
    {
        var (texts, journal) = (tables["journal_personal"].Columns.ToList(), tables["journal"].Columns.ToList());
        var known = new List<string>();
        foreach (var row in template.Rows["journal_personal"])
        {
            var line = template.Rows["journal"].Single(line => line[journal.IndexOf("sequence")]!.Equals(row[texts.IndexOf("sequence")]));
            var digests = JsonNode.Parse((string)line[journal.IndexOf("payload")]!)!["personal"]!.AsObject();
            foreach (var (key, text) in JsonNode.Parse((string)row[texts.IndexOf("fields")]!)!.AsObject())
            {
                variant.Digests.Add((cutter.Text($"{key}\n{text!["value"]}"), Convert.FromBase64String((string)text["salt"]!), known.Count));
                known.Add((string)digests[key]!);
            }
        }
        cutter.KnowDigests(known);
    }

    static void Keys(DisputeFile file, TextCutter cutter, Variant variant)
    {
        foreach (var party in file.Parties.Where(party => party.IsPresent))
        {
            Add("name", NameKey.Normalise(party.Name));
            Add("idNumber", party.IdNumber);
            Add("phone", party.Phone);
        }

        void Add(string reason, string? text)
        {
            if (!string.IsNullOrEmpty(text))
                variant.Keys.Add(cutter.Cut($"{reason}\n{text}"));
        }
    }

    static object? Property(object of, string column) => of.GetType().GetProperty(
        string.Concat(column.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])))!.GetValue(of);
}
