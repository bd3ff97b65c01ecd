namespace Mediation.Core.Domain.Disputes;

/// <summary>What is fair enough to go on with, but worth a second look; a warning never refuses.</summary>
static class FairnessWarnings
{
    const int MostRepresentatives = 5;
    const int FewestWorkers = 10;

    public static IEnumerable<Warning> Of(DisputeFile file) => [.. OfParties(file), .. OfGroups(file), .. OfCases(file), .. OfRisks(file)];

    static IEnumerable<Warning> OfParties(DisputeFile file)
    {
        foreach (var (party, index) in file.Parties.Select((party, index) => (party, index)).Where(p => p.party is { IsPresent: true, IsWard: true }))
        {
            if (!party.HasGuardian)
                yield return new Warning($"parties[{index}].guardian", "guardian.missing", "未成年人或限制行为能力人须先确定监护人（民法典27、28条）。");
            else if (party.Guardian is null)
                yield return new Warning($"parties[{index}].guardian", "guardian.relation-untold", "请说明监护人与被监护人的关系，达成协议前须补齐。");
            if (party.Guardian is { PartyId: null, Name: var name } && file.Parties.Any(p => p.IsPresent && p.Side != party.Side && p.Name == name))
                yield return new Warning($"parties[{index}].guardian", "guardian.name-on-other-side", "监护人与对方当事人同名，请核对是否同一人（民法典35条）。");
        }
    }

    static IEnumerable<Warning> OfGroups(DisputeFile file)
    {
        var labour = file.Type is DisputeType.MigrantWageArrears or DisputeType.OtherLabor;
        foreach (var (group, index) in file.Groups.Select((group, index) => (group, index)))
        {
            if (group.RepresentativeIds.Count > MostRepresentatives)
                yield return new Warning($"groups[{index}].representativeIds", "group.many-representatives", "代表人一般不超过五人，请核对。");
            if (labour && group is { RepresentativeIds.Count: > 0, HeadCount: < FewestWorkers })
                yield return new Warning($"groups[{index}].representativeIds", "group.few-workers", "劳动者不足十人，不适用推举代表（劳动争议调解仲裁法7条）。");
        }
        if (file.Groups.Count > 0 && file.PeopleInvolved < file.Groups.Sum(g => g.HeadCount))
            yield return new Warning("peopleInvolved", "people.below-head-count", "涉及人数少于各方人数之和，请更正。");
    }

    static IEnumerable<Warning> OfCases(DisputeFile file)
    {
        var sides = DisputeWarnings.Signatories(file).Select(p => p.Id).ToList();
        foreach (var (of, index) in file.Cases.Select((of, index) => (of, index)))
        {
            if (of.Sessions.Any(s => s.Invitees.Count > 0 && !sides.All(s.InviteesAcceptedBy.Contains)))
                yield return new Warning($"cases[{index}].sessions", "invitees.consent-untold", "邀请他人参与调解须经当事人同意，请记录（人民调解法20条）。");
            if (of.IsOpen && of.Challenges.Any(c => c.IsOpen))
                yield return new Warning($"cases[{index}].challenges", "challenge.open", "回避申请尚未决定，暂不得调解或达成协议。");
        }
        if (file.FollowUps.Any(f => f.Relapse) && file.Relapses.Count == 0)
            yield return new Warning("followUps", "relapse.unlinked", "回访发现反复，请登记新纠纷并关联本件。");
    }

    static IEnumerable<Warning> OfRisks(DisputeFile file)
    {
        if (file.Risks.Any(risk => RiskReports.StatuteOf(risk) is not null))
            yield return RiskReports.AreMissing(file)
                ? new Warning("risks", "risk.report-duty", "须立即向公安机关等报告（反家庭暴力法14条、未成年人保护法11条）；未报告不得达成协议或结案。")
                : new Warning("risks", "risk.civil-parts-only", "只能调解民事部分，不能代替保护和处罚；受害人的住址、电话不得让对方知悉。");
    }
}
