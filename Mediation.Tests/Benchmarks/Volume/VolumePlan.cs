namespace Mediation.Benchmarks.Volume;

/// <summary>Which template stands when and where, in the order of receipt.</summary>
static class VolumePlan
{
    const int JitterSeconds = 55;
    const int CrowdOfDesk = 150;

    public static Planned[] Make(VolumeShape shape, IReadOnlyList<Template> templates, int villages, int[] desk, DateTimeOffset now, Dice dice)
    {
        var plan = new Planned[shape.Disputes];
        // More than this would not fit on the disk of a small machine with all their journals: closed ones are then those that were settled on the spot.
        var lean = shape.Disputes > VolumeShape.MostWithWholeJournals;
        var closed = Numbers(templates, template => !template.Open && (!lean || template.Rows["journal"].Count <= 2));
        var open = Numbers(templates, template => template.Open);
        var thisMonth = Months.IndexOf(Months.DayOf(now.ToUnixTimeMilliseconds()));
        // The present month has as many as it has days.
        var share = now.Day / 30.0;
        var crowded = 0;
        // A template that was moved to a month is copied a few times at least; where there are few in all, each month has some of the templates.
        var some = Math.Clamp(closed.Length * VolumeShape.Months * 5 / shape.Disputes, 1, 20);
        for (var number = 0; number < plan.Length; number++)
        {
            ref var one = ref plan[number];
            if (dice.Below(100) < VolumeShape.OpenPercent)
                // As it stands today: moved back in time it would be late, and the watches would have to act on all of them at once.
                one.Template = open[dice.Below(open.Length)];
            else
                do
                {
                    one.Template = closed[dice.Below(closed.Length)];
                    var back = dice.Below((int)((VolumeShape.Months - 1 + share) * 1_000)) - (int)(share * 1_000);
                    var month = thisMonth - (back < 0 ? 0 : 1 + back / 1_000);
                    one.Months = month - Months.IndexOf(Months.DayOf(templates[one.Template].ReceivedAt));
                }
                while ((one.Template + one.Months) % some != 0 || Months.Move(templates[one.Template].LastAt, one.Months) > now.ToUnixTimeMilliseconds() - JitterSeconds * 1_000);
            (one.District, one.Village) = (dice.Below(shape.Districts), dice.Below(villages));
            // However few there are in all, the town that is looked at has more than a page in its queue.
            if (templates[one.Template].Open && crowded < CrowdOfDesk)
                (one.District, one.Village) = (0, desk[crowded++ % desk.Length]);
            one.Jitter = dice.Below(JitterSeconds) * 1_000;
            one.At = Months.Move(templates[one.Template].ReceivedAt, one.Months) + one.Jitter;
            one.Last = Months.Move(templates[one.Template].LastAt, one.Months) + one.Jitter;
        }
        Array.Sort(plan, (left, right) => left.At.CompareTo(right.At));
        NumberChanges(plan, shape.Districts);
        return plan;
    }

    /// <summary>In the order of the last changes, district by district, as the product numbers them.</summary>
    static void NumberChanges(Planned[] plan, int districts)
    {
        var order = Enumerable.Range(0, plan.Length).ToArray();
        Array.Sort([.. plan.Select(one => one.Last)], order);
        var last = new int[districts];
        foreach (var number in order)
            plan[number].Change = ++last[plan[number].District];
    }

    static int[] Numbers(IReadOnlyList<Template> templates, Func<Template, bool> wanted) =>
        [.. Enumerable.Range(0, templates.Count).Where(number => wanted(templates[number]))];
}
