namespace Mediation.Core.Data;

/// <summary>What a check of the installation looked at, how much of it is wrong, and the first faults by name.</summary>
public sealed record CheckOutcome(string Check, long Looked, long Faults, IReadOnlyList<string> First)
{
    public const int Shown = 10;

    public bool IsGood => Faults == 0;
}

/// <summary>Counts while a check runs; keeps no more faults than are shown.</summary>
sealed class CheckCount(string check, long? total, TellProgress tell)
{
    readonly List<string> first = [];
    long looked, faults;

    public CheckOutcome Outcome => new(check, looked, faults, first);

    public void Look(long more = 1) => tell(check, looked += more, total);

    public void Fault(string what)
    {
        faults++;
        if (first.Count < CheckOutcome.Shown)
            first.Add(what);
    }
}
