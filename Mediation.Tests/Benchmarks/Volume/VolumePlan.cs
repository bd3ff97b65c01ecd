namespace Mediation.Benchmarks.Volume;

/// <summary>Which template stands when and where, in the order of receipt.</summary>
static class VolumePlan
{
    const int JitterSeconds = 55;

    public static Planned[] Make(VolumeShape shape, IReadOnlyList<Template> templates, int villages, DateTimeOffset now, Dice dice)
    {
        var plan = new Planned[shape.Disputes];
        var closed = Numbers(templates, template => !template.Open);
        var open = Numbers(templates, template => template.Open);
        var thisMonth = Months.IndexOf(Months.DayOf(now.ToUnixTimeMilliseconds()));
        // The present month has as many as it has days.
        var share = now.Day / 30.0;
        for (var number = 0; number < plan.Length; number++)
        {
            ref var one = ref plan[number];
            if (dice.Below(100) < VolumeShape.OpenPercent)
                // Where it stands in the stories, and some a month or two longer.
                (one.Template, one.Months) = (open[dice.Below(open.Length)], dice.Below(3) == 0 ? -1 - dice.Below(2) : 0);
            else
                do
                {
                    one.Template = closed[dice.Below(closed.Length)];
                    var back = dice.Below((int)((VolumeShape.Months - 1 + share) * 1_000)) - (int)(share * 1_000);
                    var month = thisMonth - (back < 0 ? 0 : 1 + back / 1_000);
                    one.Months = month - Months.IndexOf(Months.DayOf(templates[one.Template].ReceivedAt));
                }
                while (Months.Move(templates[one.Template].LastAt, one.Months) > now.ToUnixTimeMilliseconds() - JitterSeconds * 1_000);
            (one.District, one.Village) = (dice.Below(shape.Districts), dice.Below(villages));
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
