namespace Mediation.Benchmarks.Harness;

/// <summary>One figure of ours beside its yardstick of the same run; the ratio is the median of the rounds' own ratios.</summary>
/// <param name="What">Which case of the benchmark, for example "32 clients".</param>
/// <param name="Unit">Of both sides, for example "1/s" or "ms".</param>
/// <param name="Ours">Median over the rounds.</param>
/// <param name="Yardstick">Median over the rounds; 0 where the bound is on our figure alone.</param>
/// <param name="Ratio">Ours to the yardstick's, or our figure where there is no yardstick.</param>
/// <param name="Bound">What must be reached; none for a figure that only stands beside the others.</param>
sealed record Measure(string What, string Unit, double Ours, double Yardstick, double Ratio, Bound? Bound = null)
{
    public bool Holds => Bound?.Holds(Ratio) ?? true;

    /// <summary>A figure that is held against a fixed bound instead of a yardstick.</summary>
    public static Measure Alone(string what, string unit, double ours, Bound? bound = null) => new(what, unit, ours, 0, ours, bound);
}

/// <summary>What a ratio must reach at least, or may be at most.</summary>
sealed record Bound(bool AtLeast, double Limit)
{
    public static Bound Least(double limit) => new(AtLeast: true, limit);

    public static Bound Most(double limit) => new(AtLeast: false, limit);

    public bool Holds(double ratio) => AtLeast ? ratio >= Limit : ratio <= Limit;

    public override string ToString() => FormattableString.Invariant($"{(AtLeast ? "≥" : "≤")} {Limit:0.###}");
}
