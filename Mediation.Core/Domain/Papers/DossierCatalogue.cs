using Mediation.Core.Domain.Disputes;
using static Mediation.Core.Domain.Papers.PaperKind;

namespace Mediation.Core.Domain.Papers;

/// <summary>
/// The dossier of a case as the catalogue lists it: thirteen positions in the order of 司发通〔2010〕239号 (domain 6), their musts by form and
/// outcome as domain 12 corrects them. A signed sheet that was scanned is present; what the entries alone hold stands in for it, and says so.
/// </summary>
public static class DossierCatalogue
{
    const string Order = "司发通〔2010〕239号";
    const string Local = "本地卷宗规则";
    internal const string Entered = "已在系统中登记，签署件未扫描";

    /// <summary>As it stands, or, once archived, as it stood then: what came later is a supplement beside it (domain 12).</summary>
    public static IReadOnlyList<DossierPosition> Of(DisputeFile file, MediationCase of)
    {
        var positions = of.Dossier is { Positions: { Count: > 0 } kept } ? kept : Now(file, of);
        return [.. positions.Select(p => p.State == DossierState.Missing && of.Dossier?.Reasons.GetValueOrDefault(p.Number) is { } reason ? p with { Reason = reason } : p)];
    }

    static List<DossierPosition> Now(DisputeFile file, MediationCase of)
    {
        var matter = new DossierMatter(file, of);
        IReadOnlyList<DossierPosition> positions =
        [
            Opening(matter), Notice(matter), Identity(matter), Authority(matter), Investigations(matter), Evidence(matter), Sessions(matter),
            Outcome(matter), Performance(matter), FollowUps(matter), Confirmation(matter), Statement(matter), Back(matter),
        ];
        return Numbered(positions);
    }

    /// <summary>What is kept of a catalogue. Why something is missing is a personal text that stands once, among the reasons, where it can be erased.</summary>
    public static IReadOnlyList<DossierPosition> Kept(IEnumerable<DossierPosition> positions) =>
        [.. positions.Select(p => p.State == DossierState.Missing ? p with { Reason = null } : p)];

    /// <summary>Positions that must be there and are not: each is archived with its reason only (domain 12).</summary>
    public static IReadOnlyList<int> Missing(IEnumerable<DossierPosition> positions) =>
        [.. positions.Where(p => p is { State: DossierState.Missing, Need: DossierNeed.Must }).Select(p => p.Number)];

    /// <summary>A visit is not due for what was performed at once, unless the risk was yellow or red (domain 12).</summary>
    public static bool FollowUpDue(DisputeFile file, Agreement agreement) =>
        file.Level != RiskLevel.Green || !agreement.IsPerformedAtOnce;

    static DossierPosition Opening(DossierMatter m) => m switch
    {
        { OnTheSpot: true } => m.Must(1, "调解案件登记单", Local, [SpotSheet], 1, Entered),
        _ => m.Must(1, "申请书或受理登记表", Order, [Application, AcceptanceRegistration], 1, Entered),
    };

    /// <summary>Told before the first session (人民调解法 23, 24); by word of mouth and noted is enough (domain 12).</summary>
    static DossierPosition Notice(DossierMatter m)
    {
        if (m.OnTheSpot || m.IsRejected || !m.WasMediated)
            return m.IfNeeded(2, "权利义务告知书", "人民调解法 23", [RightsNotice]);
        var told = m.Parties.All(p => p.Notice is not null);
        var oral = m.Parties.Any(p => p.Notice is not { Form: NoticeForm.Signed });
        return m.Must(2, "权利义务告知书", "人民调解法 23", [RightsNotice], told ? 1 : 0, oral ? "已口头告知并记录" : Entered);
    }

    /// <summary>A name alone is enough; how the person is known is noted in place of a copy (domain 12).</summary>
    static DossierPosition Identity(DossierMatter m)
    {
        if (m.OnTheSpot || m.IsRejected)
            return m.Files(3, "当事人身份证明", Local, AttachmentKind.IdentityProof, DossierNeed.IfNeeded, null);
        var known = m.Parties.All(p => p.IdentityBasis != IdentityBasis.Unknown);
        return m.Files(3, "当事人身份证明", Local, AttachmentKind.IdentityProof, DossierNeed.Must, known ? "身份核实方式已记录" : null);
    }

    /// <summary>Whoever acts for another shows a power of attorney.</summary>
    static DossierPosition Authority(DossierMatter m) => m.HasAgents
        ? m.Must(4, "授权委托书", "民法典 165", [PowerOfAttorney], 0, "", AttachmentKind.PowerOfAttorney)
        : m.IfNeeded(4, "授权委托书", "民法典 165", [PowerOfAttorney], AttachmentKind.PowerOfAttorney);

    static DossierPosition Investigations(DossierMatter m) => m.Case.Investigations.Count > 0
        ? m.Must(5, "调查记录", Order, [InvestigationRecord], m.Case.Investigations.Count, Entered)
        : m.IfNeeded(5, "调查记录", Order, [InvestigationRecord]);

    static DossierPosition Evidence(DossierMatter m) =>
        m.IfNeeded(6, "证据材料", Order, [EvidenceList], AttachmentKind.Evidence, AttachmentKind.Photo, AttachmentKind.Recording, AttachmentKind.Roster, AttachmentKind.RiskReport, AttachmentKind.Other);

    /// <summary>The mediator records the mediation (人民调解法 27).</summary>
    static DossierPosition Sessions(DossierMatter m)
    {
        if (m.OnTheSpot || m.IsRejected || !m.WasMediated)
            return m.IfNeeded(7, "调解记录", "人民调解法 27", [MediationRecord]);
        var written = m.Case.Sessions.Count(s => !string.IsNullOrEmpty(s.Record));
        return m.Must(7, "调解记录", "人民调解法 27", [MediationRecord], written, Entered);
    }

    /// <summary>
    /// What came of it: the written agreement (29: signed and sealed on paper, so its scan), the form of an oral one (28, 30), the notice of other ways
    /// after a failure (26) or an end, the notice of non-acceptance (若干规定 24).
    /// </summary>
    static DossierPosition Outcome(DossierMatter m) => m switch
    {
        { OnTheSpot: true } => m.IfNeeded(8, "口头协议登记表", Local, [OralAgreement]),
        { IsRejected: true } => m.Must(8, "不予受理告知书", "若干规定 24", [NonAcceptanceNotice], m.Case.Channels.Count > 0 ? 1 : 0, Entered),
        { Case.Agreement.Form: AgreementForm.Oral } => m.Must(8, "口头协议登记表", "人民调解法 28", [OralAgreement, WrittenAgreement], 1, Entered),
        { Case.Agreement: not null } => m.Must(8, "调解协议书", "人民调解法 29", [WrittenAgreement, SignatureSheet], 0, ""),
        { Outcome: CaseState.Failed } => m.Must(8, "调解不成告知书", "人民调解法 26", [ChannelsNotice], m.Case.Channels.Count > 0 ? 1 : 0, "已口头告知救济途径并记录"),
        { Outcome: CaseState.Terminated } => m.Must(8, "终止调解通知书", "人民调解法 26", [TerminationNotice, ChannelsNotice], m.Case.Channels.Count > 0 ? 1 : 0, "已口头告知救济途径并记录"),
        _ => m.IfNeeded(8, "调解协议书", "人民调解法 28", [WrittenAgreement, OralAgreement, TerminationNotice, ReferralReply]),
    };

    static DossierPosition Performance(DossierMatter m)
    {
        var noted = m.Case.Agreement?.Obligations.SelectMany(o => o.Performances).Any(p => p.Evidence is not null) == true;
        var position = m.IfNeeded(9, "履行凭证", "人民调解法 31", [PerformanceReceipt], AttachmentKind.PerformanceProof);
        return noted && position.State == DossierState.NotNeeded ? position with { State = DossierState.Substituted, Reason = Entered, Pages = 1 } : position;
    }

    static DossierPosition FollowUps(DossierMatter m) => m.Case.Agreement is { } agreement && !m.OnTheSpot && FollowUpDue(m.File, agreement)
        || m.OnTheSpot && m.File.Level != RiskLevel.Green
            ? m.Must(10, "回访记录", Local, [PaperKind.FollowUpRecord], m.FollowUps, Entered)
            : m.IfNeeded(10, "回访记录", Local, [PaperKind.FollowUpRecord]);

    static DossierPosition Confirmation(DossierMatter m) => m.Case.Agreement?.Confirmation is { State: not ConfirmationState.NotApplied }
        ? m.Must(11, "司法确认材料", "人民调解法 33", [ConfirmationApplication, HostingProof], 0, "", AttachmentKind.CourtPaper)
        : m.IfNeeded(11, "司法确认材料", "人民调解法 33", [ConfirmationApplication, HostingProof], AttachmentKind.CourtPaper);

    /// <summary>Says what is missing and why; it is made of the reasons given at archiving.</summary>
    static DossierPosition Statement(DossierMatter m) => m.Case.Dossier is { Reasons.Count: > 0 }
        ? m.Must(12, "卷宗情况说明", Local, [CaseStatement], 1, Entered)
        : m.IfNeeded(12, "卷宗情况说明", Local, [CaseStatement]);

    // Printed with the catalogue, so it is never what is missing.
    static DossierPosition Back(DossierMatter m) => m.OnTheSpot
        ? m.IfNeeded(13, "封底", Local, [BackCover])
        : m.Must(13, "封底", Order, [BackCover], 1, "随卷打印");

    static List<DossierPosition> Numbered(IEnumerable<DossierPosition> positions)
    {
        var next = 1;
        var numbered = new List<DossierPosition>();
        foreach (var position in positions)
        {
            numbered.Add(position with { FirstPage = position.Pages > 0 ? next : 0 });
            next += position.Pages;
        }
        return numbered;
    }
}
