using static Mediation.Core.Domain.Reports.FilingAct;
using static Mediation.Core.Domain.Reports.FilingState;

namespace Mediation.Core.Domain.Reports;

/// <summary>What a unit reports for a month: the screening report (domain 5.5), and return A of the justice bureau (domain 5.6).</summary>
public enum ReportForm { Screening, Justice }

/// <summary>Where a unit's monthly report stands on its way up (domain 5.5).</summary>
public enum FilingState { Opened, Drafted, Checked, Submitted, Returned, Merged, Sealed }

/// <summary>What is done with a monthly report.</summary>
public enum FilingAct { Open, Draft, Check, Submit, Return, Merge, Seal }

/// <summary>The way of a monthly report; every legal move of its own unit is a line here.</summary>
public static class FilingLifecycle
{
    /// <summary>The state after an act; null where it cannot be done.</summary>
    public static FilingState? After(FilingState from, FilingAct act) => (from, act) switch
    {
        (Opened or Drafted or Checked or Returned, Draft) => Drafted,
        // What comes in from below is looked at again by both hands.
        (Opened or Drafted or Checked or Returned, Merge) => from == Checked ? Drafted : from,
        (Drafted, Check) => Checked,
        (Checked, Submit) => Submitted,
        (Submitted or Merged, Return) => Returned,
        (Checked, Seal) => Sealed,
        _ => null,
    };

    public static bool IsOut(FilingState state) => state is Submitted or Merged or Sealed;
}
