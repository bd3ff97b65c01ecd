using Mediation.Core.Domain.Parties;

namespace Mediation.Core.Domain.Disputes;

/// <summary>What was accepted and kept but is worth a second look; a warning never refuses (domain 12).</summary>
public static class DisputeWarnings
{
    public static IEnumerable<Warning> Of(DisputeFile file, DateTimeOffset now)
    {
        var today = Shanghai.DateOf(now);
        foreach (var (party, index) in file.Parties.Select((party, index) => (party, index)))
        {
            if (DisputeSight.IdProblem(party, today) is { } problem)
                yield return new Warning($"parties[{index}].idNumber", $"id.{problem}", "证件号码未通过校验，已作为未核实信息保存。");
            if (party.Phone is { } phone && !Phone.IsPlausible(Phone.Normalise(phone)))
                yield return new Warning($"parties[{index}].phone", "phone.implausible", "电话号码格式可疑，请核对。");
        }
        if (file.OccurredOn > today)
            yield return new Warning("occurredOn", "date.ahead", "日期晚于今天，请核对设备时间。");
        if (file.ReceivedAt > now)
            yield return new Warning("receivedAt", "date.ahead", "登记时间晚于服务器时间，请核对设备时间。");
        if (file.LastStepOn > today && file.LastStepOn > Shanghai.DateOf(file.ReceivedAt))
            yield return new Warning("on", "date.ahead", "步骤日期晚于今天，请核对设备时间。");
        foreach (var of in file.Cases.Where(c => c.Agreement is { Form: AgreementForm.Written }))
            if (of.Agreement!.EffectiveOn(Signatories(file)) is null)
                yield return new Warning("agreement", "agreement.not-effective", "书面协议尚缺签名或印章，未生效（人民调解法29条）。");
        if (Dispute.CaseOnDesk(file)?.Agreement is { Form: AgreementForm.Oral } oral && oral.WholeOn(Signatories(file)) is null && file.ClosedOn is null
            && (!oral.IsPerformedAtOnce || file.Level != RiskLevel.Green))
            yield return new Warning("agreement", "agreement.writing-advised", "口头协议有效；未即时履行或情况复杂的，建议补制书面协议（若干规定34条）。");
        foreach (var warning in FairnessWarnings.Of(file))
            yield return warning;
    }

    /// <summary>Who signs: the identified sides, not a third party.</summary>
    public static IEnumerable<Party> Signatories(DisputeFile file) => file.Parties.Where(p => p.IsIdentified && p.Side != PartySide.ThirdParty);
}
