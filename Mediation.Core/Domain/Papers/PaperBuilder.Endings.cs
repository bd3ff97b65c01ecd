using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Papers;

public sealed partial class PaperBuilder
{
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
        var positions = of is null ? [] : DossierCatalogue.Of(file, of);
        content.Say("gaps", (of?.Dossier?.Reasons ?? new Dictionary<int, string>()).OrderBy(gap => gap.Key).Select(gap =>
        {
            var line = new PaperContent();
            line["index"] = Figure(gap.Key);
            line["name"] = positions.FirstOrDefault(p => p.Number == gap.Key)?.Title ?? "材料";
            line["reason"] = Guarded(gap.Value);
            return line;
        }));
        var fitting = PaperFit.Of(file, of).Where(p => !p.Optional).Select(p => p.Kind).ToHashSet();
        content.Say("entries", positions.Where(p => p.State != DossierState.NotNeeded).Select((position, at) =>
        {
            var line = new PaperContent();
            line["index"] = Figure(at + 1);
            line["name"] = position.Papers.Where(fitting.Contains).Select(names.Word).ToList() is [.., _] own ? string.Join('、', own) : position.Title;
            line["page"] = Pages(position);
            line["note"] = position switch
            {
                { State: DossierState.Missing, Reason: not null } => "缺，见卷宗情况说明",
                { State: DossierState.Missing } or { Reason: DossierCatalogue.Entered } => null,
                _ => Guarded(position.Reason),
            };
            return line;
        }));
    }

    static string? Pages(DossierPosition position) => position.Pages switch
    {
        0 => null,
        1 => Figure(position.FirstPage),
        var pages => $"{Figure(position.FirstPage)}-{Figure(position.FirstPage + pages - 1)}",
    };
}
