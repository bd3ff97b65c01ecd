using System.Globalization;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Parties;

namespace Mediation.Core.Domain.Papers;

public sealed partial class PaperBuilder
{
    void SayParties()
    {
        content["applicants"] = Joined(PartySide.Applicant);
        content["respondents"] = Joined(PartySide.Respondent);
        content["partyNames"] = Listed(Present.Select(Called));
        content.Say("parties", Blocks(Present));
        content.Say("applicantList", Blocks(Present.Where(p => p.Side == PartySide.Applicant)));
        content.Say("respondentList", Blocks(Present.Where(p => p.Side == PartySide.Respondent)));
        content.Say("thirdList", Blocks(Present.Where(p => p.Side == PartySide.ThirdParty)));
        content.Say("signatories", Blocks(Signing));
        // 司发通〔2010〕239号: one for each party and one for the committee.
        content["copies"] = (Math.Max(2, Signing.Count()) + 1).ToString(CultureInfo.InvariantCulture);
    }

    IEnumerable<PaperContent> Blocks(IEnumerable<Party> parties) => parties.Select((party, at) => Block(party, at + 1));

    /// <summary>姓名 性别 民族 年龄 职业或职务 联系方式 单位或住址; what is not known is left for a pen.</summary>
    PaperContent Block(Party party, int index)
    {
        var block = new PaperContent();
        var born = party is { IdType: IdType.ResidentId, IdNumber: { } number } && ResidentId.Problem(number, Today) is null ? Born(number) : (DateOnly?)null;
        block["index"] = Figure(index);
        block["side"] = names.Word(party.Side);
        block["name"] = Called(party);
        block.Say("isPerson", party.Kind == PartyKind.Person);
        block.Say("isOrganization", party.Kind == PartyKind.Organization);
        block["sex"] = born is null ? null : (party.IdNumber![16] - '0') % 2 == 1 ? "男" : "女";
        block["ethnicity"] = null;
        block["age"] = born is { } birth ? Figure(Years(birth)) : null;
        block["born"] = Day(born);
        block["occupation"] = null;
        block["phone"] = party is { Protected: true } ? Confidential : Guarded(party.Phone);
        block["address"] = party is { Protected: true } ? Confidential : Guarded(party.Address);
        block["idType"] = party.IdType is { } type ? names.Word(type) : null;
        block["idNumber"] = party.IdNumber;
        block["representative"] = party.Kind == PartyKind.Organization ? Guarded(party.Contact) : null;
        block["guardian"] = party.Guardian is { } guardian ? $"{guardian.Name}（{names.Word(guardian.Relation)}）" : party.GuardianName;
        block["agents"] = Listed(party.Agents.Where(a => a.RevokedOn is null).Select(a => $"{a.Name}（{names.Word(a.Scope)}）"));
        block["noticeForm"] = party.Notice is { } told ? names.Word(told.Form) : null;
        block["noticeOn"] = Day(party.Notice?.On);
        block["stance"] = names.Ticked(party.Stances.TakeLast(1).Select(s => s.Stance)).Replace('　', '\n');
        return block;
    }

    static DateOnly Born(string number) => DateOnly.ParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    int Years(DateOnly born) => Today.Year - born.Year - (Today < born.AddYears(Today.Year - born.Year) ? 1 : 0);

    void SayAgent(int? item)
    {
        var agents = PaperFit.Agents(file);
        var (party, agent) = item is { } at && at <= agents.Count ? agents[at - 1] : ((Party?)null, (Agent?)null);
        content["principal"] = party?.Name;
        content["principalAddress"] = party is { Protected: true } ? Confidential : Guarded(party?.Address);
        content["agent"] = agent?.Name;
        content["agentPhone"] = Guarded(agent?.Phone);
        content["agentScope"] = names.Ticked(agent is null ? [] : new[] { agent.Scope });
        content["agentFrom"] = Day(agent?.From);
    }

    static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);
}
