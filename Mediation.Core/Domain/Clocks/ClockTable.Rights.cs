using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Clocks;

/// <summary>What the parties may do within a time: arbitration, review, payment order, confirmation, objection, and the court's own time.</summary>
public static partial class ClockTable
{
    /// <summary>劳动争议调解仲裁法 27: one year from knowing of the harm, suspended and interrupted; none for pay while the employment lasts.</summary>
    static ClockRule LabourArbitrationLimit => new()
    {
        Clock = Clock.LabourArbitrationLimit, Statute = "劳动争议调解仲裁法 27", Limit = new ClockLimit(1, TimeUnit.Year),
        Binds = ClockBinds.Parties, WhenOver = ClockState.Lapsed,
        Words = "自知道或者应当知道权利被侵害之日起一年内申请仲裁；劳动关系存续期间拖欠报酬的不受限", WordsEn = "One year from knowing of the harm; not for pay while the employment lasts",
        Lapses = "仲裁时效届满", LapsesEn = "The claim can no longer be brought to arbitration",
        Runs = (facts, context) => Limitation(facts, facts.IsLabour),
    };

    /// <summary>企业劳动争议协商调解规定 27: both sides may ask together for arbitral review within fifteen days of the agreement's effect.</summary>
    static ClockRule LabourAgreementReview => new()
    {
        Clock = Clock.LabourAgreementReview, Statute = "企业劳动争议协商调解规定 27", Limit = new ClockLimit(15, TimeUnit.Day),
        Binds = ClockBinds.Parties, WhenOver = ClockState.Lapsed,
        Words = "自调解协议生效之日起15日内双方共同申请仲裁审查", WordsEn = "Fifteen days from the agreement's effect, by both sides together",
        Lapses = "不能再申请仲裁审查", LapsesEn = "Arbitral review can no longer be asked for",
        Runs = (facts, context) => facts.IsLabour
            ? FromAgreement(facts, JournalEvent.AgreementReached, a => (a.EffectiveOn, a.EffectiveOn is { } on ? facts.FirstSince(on, LegalFact.ArbitralReviewApplied) : null))
            : [],
    };

    /// <summary>劳动争议调解仲裁法 16: pay, injury costs or compensation agreed and not performed by its day: the worker may ask for a payment order.</summary>
    static ClockRule LabourPaymentOrder => new()
    {
        Clock = Clock.LabourPaymentOrder, Statute = "劳动争议调解仲裁法 16", Binds = ClockBinds.Parties, WhenOver = ClockState.Open,
        Words = "拖欠劳动报酬等协议逾期不履行的，劳动者可申请支付令", WordsEn = "Agreed pay or compensation is overdue: the worker may ask for a payment order",
        Lapses = "无期限", LapsesEn = "No limit",
        Runs = (facts, context) =>
            from due in facts.IsLabour ? facts.AgreedCase?.Agreement!.Dues ?? [] : []
            where due is { Amount: not null, IsPerformed: false, NextDueOn: not null } && due.NextDueOn < context.Today
            select new ClockRun(nameof(Performance), due.NextDueOn!.Value)
            {
                SubjectId = due.ObligationId, MetOn = facts.FirstSince(due.NextDueOn.Value, LegalFact.PaymentOrderApplied),
            },
    };

    /// <summary>农村土地承包经营纠纷调解仲裁法 18: two years from knowing of the harm.</summary>
    static ClockRule LandArbitrationLimit => LabourArbitrationLimit with
    {
        Clock = Clock.LandArbitrationLimit,
        Statute = "农村土地承包经营纠纷调解仲裁法 18",
        Limit = new ClockLimit(2, TimeUnit.Year),
        Words = "自知道或者应当知道权利被侵害之日起二年内申请仲裁",
        WordsEn = "Two years from knowing of the harm",
        Runs = (facts, context) => Limitation(facts, facts.IsLandContract),
    };

    /// <summary>人民调解法 33, 民事诉讼法 205: both sides may ask together within thirty days of the agreement's effect; nobody can extend it.</summary>
    static ClockRule ConfirmationApplication => new()
    {
        Clock = Clock.ConfirmationApplication, Statute = "人民调解法 33、民事诉讼法 205", Limit = new ClockLimit(30, TimeUnit.Day),
        Binds = ClockBinds.Parties, WhenOver = ClockState.Lapsed,
        Words = "自调解协议生效之日起30日内双方共同申请司法确认", WordsEn = "Thirty days from the agreement's effect, by both sides together",
        Lapses = "不能再申请司法确认，协议仍有法律约束力", LapsesEn = "Confirmation can no longer be asked for; the agreement still binds",
        Runs = (facts, context) => FromAgreement(facts, JournalEvent.AgreementReached, a => (a.EffectiveOn,
            // What the court did not take, or the parties took back, may be applied for again within the days.
            a.Confirmation is { State: not (ConfirmationState.NotAccepted or ConfirmationState.WithdrawnByParty) } asked ? asked.AppliedOn : null)),
    };

    /// <summary>民事诉讼法 187: the court decides within thirty days of filing; its president may approve longer.</summary>
    static ClockRule CourtReview => new()
    {
        Clock = Clock.CourtReview, Statute = "民事诉讼法 187", Limit = new ClockLimit(30, TimeUnit.Day),
        Binds = ClockBinds.Court, ExtendedBy = ClockExtender.Authority, WhenOver = ClockState.Red,
        Words = "法院自立案之日起30日内审结", WordsEn = "The court decides within thirty days of filing",
        Lapses = "经本院院长批准可以延长", LapsesEn = "Its president may approve more time",
        Runs = (facts, context) => FromAgreement(facts, JournalEvent.ConfirmationMoved, a =>
            a.Confirmation is { State: not ConfirmationState.WithdrawnByParty } filed ? (filed.FiledOn, filed.DecidedOn) : (null, null)),
    };

    /// <summary>民诉法解释 372: a party objects to the confirmation within fifteen days of receiving the ruling.</summary>
    static ClockRule ConfirmationObjection => new()
    {
        Clock = Clock.ConfirmationObjection, Statute = "民诉法解释 372", Limit = new ClockLimit(15, TimeUnit.Day),
        Binds = ClockBinds.Parties, WhenOver = ClockState.Lapsed,
        Words = "当事人自收到确认裁定之日起15日内提出异议", WordsEn = "A party objects within fifteen days of receiving the ruling",
        Lapses = "当事人不能再提出异议", LapsesEn = "A party can no longer object",
        Runs = (facts, context) => FromAgreement(facts, JournalEvent.ConfirmationMoved, a => a.Confirmation is { State: ConfirmationState.ConfirmedValid } confirmed
            && (confirmed.ReceivedOn ?? facts.Last(LegalFact.RulingReceived)?.On) is { } received
                ? (received, facts.FirstSince(received, LegalFact.ObjectionFiled)) : (null, null)),
    };

    /// <summary>民诉法解释 372: somebody else whose interest it harms objects within six months of knowing.</summary>
    static ClockRule ConfirmationThirdPartyObjection => ConfirmationObjection with
    {
        Clock = Clock.ConfirmationThirdPartyObjection,
        Limit = new ClockLimit(6, TimeUnit.Month),
        Words = "利害关系人自知道或者应当知道权益受侵害之日起6个月内提出异议",
        WordsEn = "Somebody else concerned objects within six months of knowing",
        Lapses = "利害关系人不能再提出异议",
        LapsesEn = "The objection of others is no longer heard",
        Runs = (facts, context) => FromAgreement(facts, JournalEvent.LegalFactNoted, a => a.Confirmation is { State: ConfirmationState.ConfirmedValid, DecidedOn: { } decided }
            && facts.FirstSince(decided, LegalFact.HarmKnown) is { } known ? (known, facts.FirstSince(known, LegalFact.ObjectionFiled)) : (null, null)),
    };
}
