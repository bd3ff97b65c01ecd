using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Features.Reports;

/// <summary>The figures of one stock column in the order of the balance.</summary>
static class StockFigures
{
    public static IReadOnlyList<(string Key, int Value)> Of(StockLine line) => [.. StockLine.Keys.Zip(line.Figures)];
}
