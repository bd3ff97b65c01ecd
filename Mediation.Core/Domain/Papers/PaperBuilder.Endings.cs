using System.Globalization;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Papers;

public sealed partial class PaperBuilder
{
    static readonly string[] Positions =
    [
        "申请书或受理登记表", "权利义务告知书", "当事人身份证明", "授权委托书", "调查记录", "证据材料", "调解记录", "调解协议书或口头协议登记表", "履行凭证",
        "回访记录", "司法确认材料", "卷宗情况说明", "封底",
    ];

    /// <summary>人民调解法 26: who is not helped is told which ways remain; each with its statute.</summary>
    void SayEnding()
    {
        (content["reason"], content["basis"]) = Reason(of);
        content["outcome"] = Outcome();
        content.Say("channels", (of?.Channels ?? []).Distinct().Select((channel, at) =>
        {
            var line = new PaperContent();
            line["index"] = Figure(at + 1);
            line["name"] = names.Word(channel);
            line["how"] = LawfulWays.Of(channel, file.Type);
            return line;
        }));
    }

    (string? Reason, string? Basis) Reason(MediationCase? ended) => ended switch
    {
        { EndReason: { } word } when Enum.TryParse<RejectionReason>(word, out var rejected) => (names.Word(rejected), LawfulWays.Basis(rejected)),
        { EndReason: { } word } when Enum.TryParse<TerminationReason>(word, out var terminated) => (names.Word(terminated), LawfulWays.Basis(terminated)),
        { EndReason: "NotAgreed" } or { State: CaseState.Failed } => ("经调解，双方未能达成协议", "《人民调解法》第二十六条"),
        { EndReason: "Withdrawn" } or { State: CaseState.Withdrawn } => ("申请人撤回调解申请", "《人民调解法》第二十三条"),
        { State: CaseState.MovedUp } => ("移送上级继续调解", "《人民调解工作若干规定》第二十一条"),
        _ => (null, null),
    };

    string? Outcome() => of switch
    {
        null => null,
        { Agreement: { } agreement } => $"双方于{Day(agreement.ReachedOn)}达成{names.Word(agreement.Form)}{(agreement.IsPerformed ? "，已履行" : "，尚在履行期内")}",
        { IsOpen: true } => "正在调解",
        _ when PaperFit.IsRejected(of) => $"不予受理：{Reason(of).Reason}",
        _ => Reason(of).Reason,
    };

    void SayDossier()
    {
        content["term"] = of?.Dossier?.Term;
        content["pages"] = of?.Dossier is { } dossier ? Figure(dossier.Pages) : null;
        content["archivedOn"] = Day(of?.Dossier?.ArchivedOn);
        content.Say("gaps", (of?.Dossier?.Reasons ?? new Dictionary<int, string>()).OrderBy(gap => gap.Key).Select(gap =>
        {
            var line = new PaperContent();
            line["index"] = Figure(gap.Key);
            line["name"] = Positions.ElementAtOrDefault(gap.Key - 1) ?? "材料";
            line["reason"] = gap.Value;
            return line;
        }));
        content.Say("entries", Entries().Select((entry, at) =>
        {
            var line = new PaperContent();
            line["index"] = Figure(at + 1);
            line["name"] = entry.Name;
            line["note"] = entry.Note;
            return line;
        }));
    }

    /// <summary>The catalogue in the order of the dossier: what was made and what was filed, without cover and catalogue.</summary>
    IEnumerable<(string Name, string? Note)> Entries()
    {
        var papers = PaperFit.Of(file, of).Where(p => !p.Optional && p.Kind is not (PaperKind.Cover or PaperKind.Contents or PaperKind.BackCover)).ToList();
        var filed = file.Attachments.Where(a => a.SupersededBy is null && a.Paper is null && (a.CaseId is null || a.CaseId == of?.Id) && a.Kind != AttachmentKind.Evidence).ToList();
        var places = papers.Select(p => (Place: Place(p.Kind), Name: names.Word(p.Kind), Note: Several(papers, p)))
            .Concat(filed.Select(a => (Place: Place(a.Kind), Name: names.Word(a.Kind), Note: (string?)a.Name)));
        return places.OrderBy(p => p.Place).Select(p => (p.Name, p.Note)).Append((names.Word(PaperKind.BackCover), null));
    }

    static string? Several(IEnumerable<FittingPaper> papers, FittingPaper paper) =>
        paper.Item is { } item && papers.Count(p => p.Kind == paper.Kind) > 1 ? $"之{item.ToString(CultureInfo.InvariantCulture)}" : null;

    // The thirteen positions of 司发通〔2010〕239号; notices stand where the step they tell of stands.
    static int Place(PaperKind kind) => kind switch
    {
        PaperKind.Application or PaperKind.AcceptanceRegistration or PaperKind.ApplicationReceipt or PaperKind.AcceptanceNotice or PaperKind.ReferralReply
            or PaperKind.NonAcceptanceNotice or PaperKind.SpotSheet => 1,
        PaperKind.RightsNotice or PaperKind.PrivacyNotice => 2,
        PaperKind.PowerOfAttorney => 4,
        PaperKind.InvestigationRecord => 5,
        PaperKind.EvidenceList => 6,
        PaperKind.MediationRecord => 7,
        PaperKind.WrittenAgreement or PaperKind.OralAgreement or PaperKind.SignatureSheet or PaperKind.TerminationNotice or PaperKind.ChannelsNotice => 8,
        PaperKind.PerformanceReceipt => 9,
        PaperKind.FollowUpRecord => 10,
        PaperKind.ConfirmationApplication or PaperKind.HostingProof => 11,
        PaperKind.CaseStatement or PaperKind.ClosingReport or PaperKind.EntrustmentReply => 12,
        PaperKind.Cover or PaperKind.Contents or PaperKind.BackCover => 13,
    };

    static int Place(AttachmentKind kind) => kind switch
    {
        AttachmentKind.IdentityProof => 3,
        AttachmentKind.PowerOfAttorney => 4,
        AttachmentKind.Roster => 3,
        AttachmentKind.PerformanceProof => 9,
        AttachmentKind.CourtPaper => 11,
        AttachmentKind.SignedPaper => 8,
        AttachmentKind.Evidence or AttachmentKind.RiskReport or AttachmentKind.Photo or AttachmentKind.Recording or AttachmentKind.Other => 6,
    };
}
