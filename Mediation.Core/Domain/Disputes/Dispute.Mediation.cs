using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>
    /// Opens one committee's case: two identified sides, a host, and nobody who refused. Each participant is told of rights before the
    /// first session; medical matters need both sides' yes beforehand and are never started by the committee (医疗纠纷条例 31).
    /// </summary>
    public void Accept(MediationCase opened, IReadOnlyList<(Guid PartyId, PartyNotice Notice)> notices, Step step)
    {
        // The lifecycle speaks first: a matter on its way elsewhere is not asked for its parties.
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Accept);
        if (File.Routing is { Target: Routing.RoutingTarget.Organ, Override: null })
            throw new RuleViolationException("case.administrative", "No committee may mediate this; it goes to the organ that decides it.", "若干规定 22", "type");
        RequireTwoSides(PresentParties);
        RequireFairness(Hurdle.Acceptance);
        foreach (var (partyId, notice) in notices)
        {
            RequireFreeToConsent(RequireParty(partyId, "notices"), "notices");
            RefuseFuture(notice.On, step, "notices");
        }
        if (File.Type == DisputeType.Medical)
            RequireMedicalConsent(notices, step);
        RefuseHostAsAssistant(opened.HostId, opened.AssistantIds);
        Take(DisputeAction.Accept, JournalEvent.Accepted, step, file => WithNotices(file, notices) with
        {
            Cases = [.. file.Cases, opened],
            HolderId = file.ResponsibleId,
        }, new JsonObject
        {
            ["case"] = opened.Id.ToString(), ["organisation"] = opened.OrganisationId.ToString(), ["number"] = opened.Number,
            ["host"] = opened.HostId?.ToString(), ["assistants"] = Names(opened.AssistantIds),
            ["notices"] = new JsonArray([.. notices.Select(n => NoticeFacts(n.PartyId, n.Notice))]),
        });
    }

    /// <summary>Not accepted, for one of the eight reasons of domain 4.2; the party is told the proper way (若干规定 22, 24).</summary>
    public void Reject(MediationCase rejected, RejectionReason reason, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Reject);
        if (IsGroundOfReferrer(reason))
            throw new RuleViolationException(
                "rejection.referred-by-organ", "A matter that a court or the police referred is not rejected because they had accepted it.", "domain 12", "reason");
        RequireGround(reason);
        RequireChannels(rejected.Channels, ProperChannels.Of(File, reason), "若干规定 24");
        Take(DisputeAction.Reject, JournalEvent.Rejected, step, file => file with { Cases = [.. file.Cases, rejected] }, new JsonObject
        {
            ["case"] = rejected.Id.ToString(), ["reason"] = reason.ToString(), ["statute"] = Exclusions.Statute(reason), ["channels"] = Names(rejected.Channels),
        });
    }

    /// <summary>Names the mediators of the open case, by the committee or by the parties' choice (人民调解法 19); who is challenged and goes is thereby replaced.</summary>
    public void AppointMediators(Guid hostId, Guid organisationId, IReadOnlyList<Guid> assistantIds, Step step, params IReadOnlyList<Guid> chosenBy)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.AppointMediators);
        var open = RequireOpenCase();
        RefuseHostAsAssistant(hostId, assistantIds);
        RefuseReplaced(open, [hostId, .. assistantIds]);
        foreach (var partyId in chosenBy)
            _ = RequireParty(partyId, "chosenBy");
        var named = open with { HostId = hostId, OrganisationId = organisationId, AssistantIds = assistantIds, ChosenBy = chosenBy };
        Take(DisputeAction.AppointMediators, JournalEvent.MediatorsAppointed, step, file => WithCase(file, WithChallengesMet(open, named, step)), new JsonObject
        {
            ["host"] = hostId.ToString(), ["organisation"] = organisationId.ToString(), ["replaced"] = open.HostId?.ToString(), ["assistants"] = Names(assistantIds),
            ["chosenBy"] = Names(chosenBy),
        });
    }

    /// <summary>Tells a party of rights and duties (人民调解法 23, 24).</summary>
    public void GiveNotice(Guid partyId, PartyNotice notice, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.GiveNotice);
        RequireFreeToConsent(RequireParty(partyId, "partyId"), "partyId");
        RefuseFuture(notice.On, step, "on");
        Take(DisputeAction.GiveNotice, JournalEvent.NoticeGiven, step, file => WithNotices(file, [(partyId, notice)]), NoticeFacts(partyId, notice));
    }

    /// <summary>One sitting; with it the level is judged anew by what is known then (domain 5.2).</summary>
    public void HoldSession(MediationSession session, Step step, LevelCheck? check = null)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.HoldSession);
        var open = RequireOpenCase();
        RequireFairness(Hurdle.Session);
        foreach (var attendee in session.AttendeeIds)
        {
            var party = RequireParty(attendee, "attendeeIds");
            RequireFreeToConsent(party, "attendeeIds");
            if (party.Notice is not { } notice || notice.On > session.On)
                throw new RuleViolationException("notice.missing", "A participant was not told of rights before the session.", "人民调解法 23", "attendeeIds");
        }
        RequireConsentToCompany(session);
        var judged = check is null ? File : Judged(File, check, LevelOccasion.Session, null, step);
        Take(DisputeAction.HoldSession, JournalEvent.SessionHeld, step,
            _ => WithCase(judged, open with { State = CaseState.Mediating, Sessions = [.. open.Sessions, session] }),
            new JsonObject
            {
                ["session"] = open.Sessions.Count + 1, ["attendees"] = Names(session.AttendeeIds), ["result"] = session.Result.ToString(), ["open"] = session.Open,
                ["levelRules"] = check is null ? null : Names(judged.LevelHistory[^1].Rules),
            },
            new() { ["place"] = session.Place, ["record"] = session.Record, ["invitees"] = string.Join('、', session.Invitees) });
    }

    public void Fail(IReadOnlyList<FollowOnChannel> channels, Step step) =>
        EndCase(DisputeAction.Fail, JournalEvent.MediationFailed, CaseState.Failed, "NotAgreed", channels, concludes: true, step);

    /// <summary>Ended before a result; `limitDue` is the end of the medical limit, unknown while an appraisal goes on.</summary>
    public void Terminate(TerminationReason reason, IReadOnlyList<FollowOnChannel> channels, Step step, DateOnly? limitDue = null)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Terminate);
        if (reason == TerminationReason.TimeLimitExpired && File.Type != DisputeType.Medical)
            throw new RuleViolationException(
                "termination.limit-only-medical", "Only a medical mediation ends by its limit; the ordinary month never ends a case by itself.", "医疗纠纷条例 38", "reason");
        if (reason == TerminationReason.TimeLimitExpired && !(step.On > limitDue))
            throw new RuleViolationException(
                "termination.limit-not-over", $"The limit is not over: {limitDue?.ToString("yyyy-MM-dd", null) ?? "an appraisal goes on, whose time does not count"}.",
                "医疗纠纷预防和处理条例 38", "reason");
        // A suit or the police's file is what a referral comes from; a crime, say, is another ground, and then it is named.
        if (reason == TerminationReason.LegallyRequired && IsReferredByCourtOrPolice && string.IsNullOrWhiteSpace(step.Note))
            throw new RuleViolationException(
                "termination.referred-by-organ", "A court or the police referred this; their own file is no ground. Name the other one in the note.", "domain 12", "note");
        EndCase(DisputeAction.Terminate, JournalEvent.MediationTerminated, CaseState.Terminated, reason.ToString(), channels, concludes: true, step);
    }

    /// <summary>The applicant takes the application back, which is no conclusion of a mediation.</summary>
    public void Withdraw(Guid partyId, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Withdraw);
        if (RequireParty(partyId, "partyId").Side != PartySide.Applicant)
            throw new RuleViolationException("withdrawal.not-applicant", "Only an applicant withdraws; another party ends it by refusing.", "人民调解法 23", "partyId");
        EndCase(DisputeAction.Withdraw, JournalEvent.Withdrawn, CaseState.Withdrawn, "Withdrawn", [], concludes: false, step);
    }

    public void Suspend(SuspensionReason reason, DateOnly from, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Suspend);
        var open = RequireOpenCase();
        RefuseFuture(from, step, "from");
        if (from < open.AcceptedOn)
            throw new RuleViolationException("suspension.before-acceptance", "It cannot be suspended before it was accepted.", "event dates", "from");
        Take(DisputeAction.Suspend, JournalEvent.Suspended, step,
            file => WithCase(file, open with { State = CaseState.Suspended, Suspensions = [.. open.Suspensions, new Suspension(reason, from, null)] }),
            new JsonObject { ["reason"] = reason.ToString(), ["from"] = from.ToString("yyyy-MM-dd", null) });
    }

    public void Resume(DateOnly to, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Resume);
        var open = RequireOpenCase();
        RefuseFuture(to, step, "to");
        if (open.Suspensions.Count > 0 && to < open.Suspensions[^1].From)
            throw new RuleViolationException("resumption.before-suspension", "It cannot end before it began.", "event dates", "to");
        Take(DisputeAction.Resume, JournalEvent.Resumed, step,
            file => WithCase(file, open with { State = CaseState.Mediating, Suspensions = [.. open.Suspensions.SkipLast(1), open.Suspensions[^1] with { To = to }] }),
            new JsonObject { ["to"] = to.ToString("yyyy-MM-dd", null) });
    }

    void EndCase(
        DisputeAction action, JournalEvent happened, CaseState state, string reason, IReadOnlyList<FollowOnChannel> channels, bool concludes, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, action);
        var open = RequireOpenCase();
        if (concludes)
            RequireChannels(channels, ProperChannels.Of(File), "人民调解法 26");
        Take(action, happened, step,
            file => WithCase(file, open with { State = state, EndedOn = step.On, EndReason = reason, Channels = channels }) with
            {
                Report = concludes ? Concluded(file.Report, step.On, open.Tier, success: false) : file.Report,
            },
            new JsonObject { ["case"] = open.Id.ToString(), ["reason"] = reason, ["channels"] = Names(channels) });
    }

    static DisputeFile WithNotices(DisputeFile file, IReadOnlyList<(Guid PartyId, PartyNotice Notice)> notices) => file with
    {
        Parties = [.. file.Parties.Select(p => notices.LastOrDefault(n => n.PartyId == p.Id) is (_, { } notice) ? p with { Notice = notice } : p)],
    };

    static JsonObject NoticeFacts(Guid partyId, PartyNotice notice) =>
        new() { ["party"] = partyId.ToString(), ["form"] = notice.Form.ToString(), ["on"] = notice.On.ToString("yyyy-MM-dd", null) };
}
