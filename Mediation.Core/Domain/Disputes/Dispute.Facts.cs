using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    const int MostReports = 50;

    /// <summary>Violence was told to the police or another organ: which, when, and who received it (反家庭暴力法 14, 未成年人保护法 11). No step; it never waits for one.</summary>
    public void ReportRisk(RiskReport report, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.ReportRisk);
        if (RiskReports.StatuteOf(report.Risk) is null || !File.Risks.Contains(report.Risk))
            throw new RuleViolationException("risk.not-marked", $"{report.Risk} is no mark of this matter that is to be reported.", "反家庭暴力法 14", "risk");
        if (report.ReportedAt > step.Now.AddHours(24))
            throw new RuleViolationException("date.in-future", "Reported more than 24 hours ahead.", "event dates", "reportedAt");
        if (File.RiskReports.Count == MostReports)
            throw new RuleViolationException("risk.reports-full", $"At most {MostReports} reports.", "risk reports", "risk");
        Note(JournalEvent.RiskReported, step, file => file with { RiskReports = [.. file.RiskReports, report] },
            new JsonObject { ["risk"] = report.Risk.ToString(), ["reportedAt"] = report.ReportedAt.ToString("yyyy-MM-dd'T'HH:mm:ssK", null) },
            new() { ["report.organ"] = report.Organ, ["report.receiver"] = report.Receiver });
    }

    /// <summary>Fact finding; with the first one mediating has begun (domain 4.1).</summary>
    public void Investigate(Investigation found, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Investigate);
        var open = RequireOpenCase();
        RefuseFuture(found.On, step, "investigatedOn");
        if (found.On < Shanghai.DateOf(File.ReceivedAt))
            throw new RuleViolationException("investigation.before-receipt", "Nothing is investigated before it is received.", "event dates", "investigatedOn");
        Take(DisputeAction.Investigate, JournalEvent.Investigated, step, file => WithCase(file, open with
        {
            State = open.State == CaseState.Accepted ? CaseState.Mediating : open.State,
            Investigations = [.. open.Investigations, found],
        }),
        new JsonObject { ["investigation"] = found.Id.ToString(), ["on"] = found.On.ToString("yyyy-MM-dd", null) },
        new()
        {
            ["place"] = found.Place, ["record"] = found.Record, ["record.interviewee"] = found.Interviewee, ["record.participants"] = string.Join('、', found.Participants),
        });
    }

    /// <summary>What broke out again after it was settled is a new matter, linked from the old one (domain 12).</summary>
    public void LinkRelapse(Guid newId, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.LinkRelapse);
        if (File.Status is not (DisputeStatus.Agreed or DisputeStatus.Performing or DisputeStatus.Performed or DisputeStatus.Closed))
            throw new RuleViolationException("relapse.not-settled", "It is neither settled nor closed; go on with it there.", "domain 12", "relapseOf");
        // Who links is often of another organisation: the last step, and who may take it back, stay whose they were.
        Write(JournalEvent.RelapseLinked, step, File with { Relapses = [.. File.Relapses, newId] }, new JsonObject { ["relapse"] = newId.ToString() }, []);
    }
}
