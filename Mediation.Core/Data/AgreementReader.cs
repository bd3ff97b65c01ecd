using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Data;

/// <summary>Shows agreements: outcome and performance to whoever sees the matter, terms, signatures and ways only to the hosting committee (domain 12).</summary>
[Scoped]
public sealed class AgreementReader(DbSession db, ClockIndex clocks, ReferenceData reference)
{
    /// <summary>By case; those without an agreement have none.</summary>
    public async Task<IReadOnlyDictionary<Guid, AgreementView>> Views(DisputeFile file, DisputeSight sight, DateOnly today, CancellationToken ct)
    {
        var views = new Dictionary<Guid, AgreementView>();
        var calendar = await reference.Calendar(db, ct);
        var agreed = file.Cases.Where(c => c.IsAgreed).ToList();
        var visit = agreed.Count == 0 ? null : (await clocks.Clocks(file)).FirstOrDefault(c => c.Rule.Clock == Clock.FollowUp && c.Run.MetOn is null);
        foreach (var of in agreed)
            views[of.Id] = View(file, of, sight.Hosts(of), calendar, today) with { FollowUpDueOn = visit?.Run.SubjectId == of.Id ? visit.Due : null };
        return views;
    }

    static AgreementView View(DisputeFile file, MediationCase of, bool hosts, WorkCalendar calendar, DateOnly today)
    {
        var agreement = of.Agreement!;
        return new AgreementView
        {
            Form = agreement.Form, ReachedOn = agreement.ReachedOn, EffectiveOn = agreement.EffectiveOn(DisputeWarnings.Signatories(file)),
            Performed = agreement.IsPerformed, Number = agreement.Number ?? of.Number, Confirmation = Confirmation(file, agreement, hosts, calendar, today),
            Terms = hosts ? agreement.Terms : null, Obligations = hosts ? [.. agreement.Obligations.Select(Obligation)] : null,
            Signatures = hosts ? agreement.Signatures : null, MediatorSignedOn = agreement.MediatorSignedOn, SealedOn = agreement.SealedOn,
            Bindings = hosts ? agreement.Bindings : null, FormSerial = hosts ? agreement.FormSerial : null, WaivesClaims = agreement.WaivesClaims,
            ConfirmationTold = agreement.ConfirmationTold, StrokesChosenBy = hosts ? agreement.StrokesChosenBy : null,
            LawfulSteps = hosts && of.State != CaseState.Voided ? LawfulSteps.Of(file, agreement, calendar, today) : null,
        };
    }

    static ObligationView Obligation(Obligation owed) =>
        new(owed.Id, owed.DebtorId, owed.CreditorId, owed.Act, owed.Amount, owed.DueOn, owed.Continuing, owed.IsPerformed, owed.Performances)
        {
            Method = owed.Method, Instalments = owed.Instalments, Shares = owed.Shares, Breaches = owed.Breaches, Paid = owed.Paid, NextDueOn = owed.NextDueOn,
            NextAmount = owed.NextInstalment?.Amount, Breached = owed.IsBreached,
        };

    static ConfirmationView Confirmation(DisputeFile file, Agreement agreement, bool hosts, WorkCalendar calendar, DateOnly today)
    {
        var last = agreement.EffectiveOn(DisputeWarnings.Signatories(file)) is { } effective ? Domain.Disputes.Confirmation.LastDay(effective, calendar) : null;
        var state = Domain.Disputes.Confirmation.StateOn(agreement, last?.Due, today);
        var stored = hosts ? agreement.Confirmation : null;
        return new ConfirmationView
        {
            State = state, LastDay = last?.Due, Provisional = last?.Provisional ?? false,
            DaysLeft = state == ConfirmationState.NotApplied && last is { Due: var due } ? due.DayNumber - today.DayNumber : null,
            NotConfirmable = Domain.Disputes.Confirmation.NotConfirmable(file, agreement),
            NotConfirmableBasis = Domain.Disputes.Confirmation.NotConfirmable(file, agreement) is { } ground ? Domain.Disputes.Confirmation.Statute(ground) : null,
            Court = stored?.Court, CaseNumber = stored?.CaseNumber, ApplicantIds = stored?.ApplicantIds ?? [], AppliedOn = stored?.AppliedOn, FiledOn = stored?.FiledOn,
            DecidedOn = stored?.DecidedOn, ReceivedOn = stored?.ReceivedOn, Ground = stored?.Ground,
            GroundBasis = stored?.Ground is { } why ? Domain.Disputes.Confirmation.Statute(why) : null,
        };
    }
}
