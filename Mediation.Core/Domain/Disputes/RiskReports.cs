namespace Mediation.Core.Domain.Disputes;

/// <summary>Which facts of a matter must be told to the police or another organ.</summary>
public static class RiskReports
{
    /// <summary>Null for a risk that nobody must report.</summary>
    public static string? StatuteOf(Risk risk) => risk switch
    {
        Risk.DomesticViolence => "反家庭暴力法 14",
        Risk.ChildHarm => "未成年人保护法 11",
        _ => null,
    };

    public static bool AreMissing(DisputeFile file) => file.Risks.Any(risk => StatuteOf(risk) is not null && file.RiskReports.All(report => report.Risk != risk));
}
