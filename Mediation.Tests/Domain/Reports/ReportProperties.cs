using CsCheck;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;
using static Mediation.Tests.Domain.Reports.Reporting;

namespace Mediation.Tests.Domain.Reports;

/// <summary>What holds for any ledger whose steps follow one another (domain 5.5).</summary>
sealed class ReportProperties
{
    static readonly Gen<Tier> AnyTier = Gen.Enum<Tier>();

    // One step: days since the step before (often none: all steps may bear one date), what happens, where to.
    static readonly Gen<(int Days, int What, Tier Tier, bool Success)[]> Steps =
        Gen.Select(Gen.OneOf(Gen.Const(0), Gen.Int[0, 45]), Gen.Int[0, 5], AnyTier, Gen.Bool).Array[0, 9];

    static readonly Gen<ReportFacts> AnyFacts = Gen.Select(
        Gen.Select(Gen.Enum<DisputeType>(), Gen.OneOfConst(null, "0502", "1103", "1601", "0901", "x")),
        Gen.Int[0, 500], AnyTier, Gen.OneOf(Gen.Int[1, 60], Gen.Int[1, 999_999]), Gen.Bool,
        Gen.Frequency((9, Gen.Const(false)), (1, Gen.Const(true))), Steps)
        .Select((kind, day, tier, people, major, excluded, steps) => Follow(
            new()
            {
                Type = kind.Item1,
                Subtype = kind.Item2,
                ReceivedOn = Day(6, 1, 2025).AddDays(day),
                Tier = tier,
                People = people,
                Major = major,
                Excluded = excluded,
            },
            steps));

    static readonly Gen<ReportFacts[]> AnyLedger = AnyFacts.Array[0, 12];

    static readonly Gen<int> AnyMonth = Gen.Select(Gen.Int[2025, 2027], Gen.Int[1, 12]).Select((year, month) => year * 100 + month);

    [Test]
    public void Every_check_passes_for_any_ledger_domain_5_5() => Gen.Select(AnyLedger, AnyMonth).Sample((ledger, month) =>
    {
        var children = ledger.Chunk(3).Select(part => new ChildReport("村", Report(month, part).Rows));
        var report = MonthlyReportBuilder.Build(Input(month, ledger) with { Children = [.. children] }, Definition);
        return report.Checks.All(c => c.Passed);
    }, iter: 300, print: t => $"{t.Item2}: {string.Join(" | ", Report(t.Item2, t.Item1).Checks.SelectMany(c => c.Details))}");

    [Test]
    public void Every_matter_found_in_a_month_stands_in_one_column_domain_12() => Gen.Select(AnyLedger, AnyMonth).Sample((ledger, month) =>
    {
        var row = Report(month, ledger).Row(1);
        return row.Subtotal == ledger.Count(f => !f.Excluded && Tallies.MonthOf(f.ReceivedOn) == month)
            && row.Subtotal == row.District + row.Town + row.Village;
    }, iter: 300);

    [Test]
    public void This_months_open_matters_are_the_next_months_carried_over_domain_5_5() => Gen.Select(AnyLedger, AnyMonth).Sample((ledger, month) =>
    {
        var next = month % 100 == 12 ? month + 89 : month + 1;
        return Report(month, ledger).StockFlow.Subtotal.OpenAtEnd == Report(next, ledger).StockFlow.Subtotal.CarriedOver;
    }, iter: 300);

    [Test]
    public void Tallies_put_right_by_the_change_equal_a_recount() => Gen.Select(AnyFacts, AnyFacts).Sample((before, after) =>
    {
        var kept = Tally(before).Concat(Tallies.Change(before, after, Definition)).GroupBy(e => e.Key, e => e.Value)
            .Select(g => KeyValuePair.Create(g.Key, g.Sum())).Where(e => !e.Value.IsZero).ToDictionary();
        var counted = Tally(after);
        return kept.Count == counted.Count && kept.All(e => counted.TryGetValue(e.Key, out var counts) && counts == e.Value);
    }, iter: 1_000);

    [Test]
    public void The_tallies_of_two_ledgers_are_the_sum_of_both_domain_5_5_B10() => Gen.Select(AnyLedger, AnyLedger, AnyMonth).Sample((one, other, month) =>
    {
        var (left, right, both) = (Report(month, one), Report(month, other), Report(month, [.. one, .. other]));
        return both.Rows.Where(r => r.Denominator is null).All(r =>
            r.Values.Subtotal == left.Row(r.Number).Subtotal + right.Row(r.Number).Subtotal
            && r.Values.YearToDate == left.Row(r.Number).YearToDate + right.Row(r.Number).YearToDate);
    }, iter: 200);

    static ReportFacts Follow(ReportFacts facts, (int Days, int What, Tier Tier, bool Success)[] steps)
    {
        var (on, open) = (facts.ReceivedOn, true);
        foreach (var step in steps)
        {
            on = on.AddDays(step.Days);
            facts = step.What switch
            {
                0 or 1 => facts with { Moves = [.. facts.Moves, new(on, step.Tier)] },
                2 => facts with { Conclusions = [.. facts.Conclusions, new(on, step.Tier, step.Success)] },
                _ when open => facts with { Exits = [.. facts.Exits, new(on, (StockExitKind)(step.What - 3))] },
                _ => facts with { Reopenings = [.. facts.Reopenings, on] },
            };
            if (step.What > 2) open = !open;
        }

        return facts;
    }
}
