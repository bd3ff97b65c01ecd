using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>
    /// The whole of a small quarrel in one command: oral notice, consent by taking part, the session, the oral agreement, its performance
    /// and the closure, all on one date if need be. Every guard of the single steps still runs; one journal line tells it all.
    /// </summary>
    public void SettleOnTheSpot(MediationCase opened, string? terms, IReadOnlyList<Obligation> obligations, bool continuing, Step step, string? formSerial = null)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.SettleOnTheSpot);
        if (File.Groups.Count > 0)
            throw new RuleViolationException("spot.group", "A side of many settles by an agreement with its signature sheet.", "民事诉讼法 56", "settlement");
        var notices = PresentParties.Where(p => p.IsIdentified && p.Notice is null)
            .Select(p => (p.Id, new PartyNotice(NoticeForm.TakingPart, step.On))).ToList();
        // Rehearsed on a copy: what is refused halfway leaves everything as it was.
        var table = new Dispute(OpenCase is null ? File : WithNotices(File, notices), Version);
        if (OpenCase is null)
            table.Accept(opened, notices, step);
        var held = table.OpenCase!;
        table.HoldSession(new MediationSession { On = step.On, AttendeeIds = [.. Signatories.Select(p => p.Id)], Result = SessionResult.Agreed }, step);
        table.Agree(new Agreement { Form = AgreementForm.Oral, ReachedOn = step.On, Terms = terms, FormSerial = formSerial, Obligations = Performed(obligations, continuing, step) }, step);
        table.Close(step, spot: true);

        // One act at the table, one line in the history: the single steps ran for their guards.
        var agreed = table.News.Last(n => n.Event == JournalEvent.AgreementReached);
        agreed.Facts.Remove("report");
        agreed.Facts["number"] = held.Number;
        agreed.Facts["organisation"] = held.OrganisationId.ToString();
        agreed.Facts["host"] = held.HostId?.ToString();
        agreed.Facts["continuing"] = continuing;
        var settled = WithCase(table.File, table.File.Cases.First(c => c.Id == held.Id) with { OnTheSpot = true });
        Write(JournalEvent.SettledOnTheSpot, step, settled, agreed.Facts, agreed.Personal.ToDictionary(t => t.Key, t => (string?)t.Value));
    }

    static List<Obligation> Performed(IReadOnlyList<Obligation> obligations, bool continuing, Step step) =>
        [.. obligations.Select(o => o with { Continuing = o.Continuing || continuing, Performances = [new PerformanceRecord(step.On, o.Amount, null)] })];
}
