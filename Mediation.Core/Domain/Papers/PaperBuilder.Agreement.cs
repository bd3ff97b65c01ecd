using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Parties;

namespace Mediation.Core.Domain.Papers;

public sealed partial class PaperBuilder
{
    void SayAgreement()
    {
        var agreement = of?.Agreement;
        content["form"] = agreement is null ? null : names.Word(agreement.Form);
        content["reachedOn"] = Day(agreement?.ReachedOn);
        content["effectiveOn"] = Day(agreement?.EffectiveOn(DisputeWarnings.Signatories(file)));
        content["terms"] = Guarded(agreement?.Terms);
        var obligations = agreement?.Obligations ?? [];
        content["performance"] = obligations.Count == 0 ? null
            : string.Join('\n', obligations.Select((o, at) => (obligations.Count == 1 ? "" : $"{at + 1}．") + Sentence(o)));
        content.Say("obligations", obligations.Select((o, at) => Line(o, at + 1)));
        content.Say("groups", file.Groups.Select(group => Group(group, agreement)));
    }

    /// <summary>李试二于2026年11月30日前向张试一支付1,000元（人民币壹仟元整），分2期：…</summary>
    string Sentence(Obligation owed)
    {
        var due = owed.DueOn is { } day ? $"于{Day(day)}前" : "";
        var sum = owed.Amount is { } amount ? $"{ChineseAmount.InFigures(amount)}（{ChineseAmount.InWords(amount)}）" : null;
        var act = Guarded(owed.Act)?.TrimEnd('。', '；', ' ');
        var duty = (act, sum) switch
        {
            (null, null) => $"向{NameOf(owed.CreditorId)}履行",
            (null, _) => $"向{NameOf(owed.CreditorId)}支付{sum}",
            (_, null) => act.Contains(NameOf(owed.CreditorId) ?? "\n", StringComparison.Ordinal) ? act : $"对{NameOf(owed.CreditorId)}履行：{act}",
            _ => $"向{NameOf(owed.CreditorId)}支付{sum}，事项：{act}",
        };
        var parts = owed.Instalments.Count == 0 ? ""
            : $"，分{owed.Instalments.Count}期：" + string.Join("；", owed.Instalments.Select((part, at) => $"第{at + 1}期于{Day(part.DueOn)}前支付{ChineseAmount.InFigures(part.Amount)}"));
        return $"{NameOf(owed.DebtorId)}{due}{duty}{parts}{(Guarded(owed.Method) is { } method ? $"，履行方式：{method}" : "")}{(owed.Continuing ? "（持续履行）" : "")}。";
    }

    PaperContent Line(Obligation owed, int index)
    {
        var line = new PaperContent();
        line["index"] = Figure(index);
        line["debtor"] = NameOf(owed.DebtorId);
        line["creditor"] = NameOf(owed.CreditorId);
        line["act"] = Guarded(owed.Act);
        line["amount"] = owed.Amount is { } amount ? ChineseAmount.InFigures(amount) : null;
        line["amountInWords"] = owed.Amount is { } sum ? ChineseAmount.InWords(sum) : null;
        line["method"] = Guarded(owed.Method);
        line["dueOn"] = owed.Continuing ? Day(owed.DueOn) is { } first ? $"自{first}起持续" : "持续" : Day(owed.DueOn);
        line["done"] = owed.IsPerformed ? "已履行" : owed.Performances.Count > 0 ? "部分履行" : "未履行";
        line.Say("instalments", owed.Instalments.Select((part, at) =>
        {
            var entry = new PaperContent();
            entry["index"] = Figure(at + 1);
            entry["dueOn"] = Day(part.DueOn);
            entry["amount"] = ChineseAmount.InFigures(part.Amount);
            return entry;
        }));
        return line;
    }

    PaperContent Group(PartyGroup group, Agreement? agreement)
    {
        var block = new PaperContent();
        block["side"] = names.Word(group.Side);
        block["headCount"] = Figure(group.HeadCount);
        block["representatives"] = NamesOf(group.RepresentativeIds);
        block.Say("members", group.Members.Select((member, at) =>
        {
            var line = new PaperContent();
            var shares = (agreement?.Obligations ?? []).SelectMany(o => o.Shares).Where(s => s.MemberId == member.Id).Select(s => s.Amount).ToList();
            line["index"] = Figure(at + 1);
            line["name"] = member.Name;
            line["idNumber"] = member.IdNumber is { } number ? Masking.IdNumber(number) : null;
            line["binding"] = agreement?.Bindings.LastOrDefault(b => b.MemberId == member.Id) is { } bound ? names.Word(bound.Binding) : null;
            line["share"] = shares.Count == 0 ? null : ChineseAmount.InFigures(shares.Sum());
            return line;
        }).Concat(Unlisted(group)));
        return block;
    }

    /// <summary>Those of the head-count whose names stand only on the photographed roster write themselves in.</summary>
    static IEnumerable<PaperContent> Unlisted(PartyGroup group) =>
        Enumerable.Range(group.Members.Count + 1, Math.Clamp(group.HeadCount - group.Members.Count, 0, 500)).Select(place =>
        {
            var line = new PaperContent();
            line["index"] = Figure(place);
            return line;
        });

    void SayPerformance(int? item)
    {
        var all = PaperFit.Performances(of);
        var (owed, done) = item is { } at && at <= all.Count ? all[at - 1] : ((Obligation?)null, (PerformanceRecord?)null);
        content["payer"] = owed is null ? null : NameOf(owed.DebtorId);
        content["payee"] = owed is null ? null : NameOf(owed.CreditorId);
        content["performed"] = owed is null ? null : Guarded(owed.Act) ?? "支付款项";
        content["performedOn"] = Day(done?.On);
        content["performedAmount"] = done?.Amount is { } paid ? ChineseAmount.InFigures(paid) : null;
        content["performedAmountInWords"] = done?.Amount is { } sum ? ChineseAmount.InWords(sum) : null;
        content["performedProof"] = Guarded(done?.Evidence);
        // As it stood after this receipt, not as it stands now.
        content["remaining"] = owed is { Amount: { } whole, Continuing: false } && done is not null
            ? ChineseAmount.InFigures(Math.Max(0, whole - owed.Performances.TakeWhile(p => !ReferenceEquals(p, done)).Append(done).Sum(p => p.Amount ?? whole)))
            : null;
    }

    void SayConfirmation()
    {
        content["court"] = of?.Agreement?.Confirmation?.Court;
        content["courtNumber"] = of?.Agreement?.Confirmation?.CaseNumber;
    }
}
