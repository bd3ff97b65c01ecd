namespace Mediation.Core.Domain.Reports;

/// <summary>上期结转 + 本期新排查 + 接收转入 + 重新受理 = 本期化解 + 移送转出 + 依法终止 + 期末未结, per column (domain 5.5).</summary>
public sealed record StockFlow(StockLine District, StockLine Town, StockLine Village, StockLine Subtotal)
{
    public static StockFlow Of(int month, IReadOnlyList<TallyRow> tallies, IReadOnlyDictionary<Tier, int> opening)
    {
        StockLine Line(Tier tier) => StockLine.Of(
            opening.GetValueOrDefault(tier), tallies.Where(t => t.Key.Month == month && t.Key.Tier == tier).Select(t => t.Counts).Sum());

        var (district, town, village) = (Line(Tier.District), Line(Tier.Town), Line(Tier.Village));
        return new(district, town, village, district + town + village);
    }

    internal StockLine Of(Tier tier) => tier switch { Tier.District => District, Tier.Town => Town, Tier.Village => Village };
}

/// <summary>One column of the stock flow; what went to another organ is moved out as well.</summary>
public sealed record StockLine(
    int CarriedOver, int Received, int MovedIn, int Reopened, int Resolved, int MovedOut, int LawfullyEnded, int OpenAtEnd)
{
    internal static readonly IReadOnlyList<string> Keys =
        ["carriedOver", "received", "movedIn", "reopened", "resolved", "movedOut", "lawfullyEnded", "openAtEnd"];

    /// <summary>The figures in the order of <see cref="Keys"/>.</summary>
    internal IReadOnlyList<int> Figures => [CarriedOver, Received, MovedIn, Reopened, Resolved, MovedOut, LawfullyEnded, OpenAtEnd];

    internal int In => CarriedOver + Received + MovedIn + Reopened;

    internal int Out => Resolved + MovedOut + LawfullyEnded;

    public static StockLine Of(int carriedOver, TallyCounts month) => new(
        carriedOver, month.Registered, month.MovedIn, month.Reopened,
        month.Resolved, month.MovedOut + month.ReferredOut, month.LawfullyEnded, carriedOver + month.StockChange);

    public static StockLine operator +(StockLine left, StockLine right) => new(
        left.CarriedOver + right.CarriedOver, left.Received + right.Received, left.MovedIn + right.MovedIn, left.Reopened + right.Reopened,
        left.Resolved + right.Resolved, left.MovedOut + right.MovedOut, left.LawfullyEnded + right.LawfullyEnded, left.OpenAtEnd + right.OpenAtEnd);
}
