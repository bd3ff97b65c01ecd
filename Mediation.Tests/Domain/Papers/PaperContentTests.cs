using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Features.Dossier;
using Mediation.Tests.Domain.Disputes;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Papers;

/// <summary>What papers say, and what they never say.</summary>
sealed class PaperContentTests
{
    static IReadOnlyList<PaperKind> Kinds => PaperCases.Kinds;

    /// <summary>反家庭暴力法 and domain 12: where the victim lives stays off everything the other side sees, also where it was typed into a text.</summary>
    [TestCaseSource(nameof(Kinds))]
    public void A_protected_victims_address_and_phone_are_on_no_paper(PaperKind kind)
    {
        var all = PaperCases.Everything().File;
        var victim = all.Parties[0] with { Protected = true, Address = "集贤路隐蔽小区3栋", Phone = "138 7777 6666" };
        var file = all with { Parties = [victim, .. all.Parties.Skip(1)], Summary = "现住集贤路隐蔽小区3栋，电话13877776666。", Place = "集贤路隐蔽小区3栋" };

        var text = PaperCases.Text(PaperCases.Docx(kind, file, file.Cases[0], PaperCases.ItemOf(kind)));

        Assert.That(text, Does.Not.Contain("隐蔽小区").And.Not.Contain("7777"));
        if (kind is PaperKind.WrittenAgreement or PaperKind.Application or PaperKind.ConfirmationApplication or PaperKind.SpotSheet or PaperKind.PowerOfAttorney)
            Assert.That(text, Does.Contain("依法保密"));
    }

    /// <summary>反家庭暴力法 and domain 12, whoever typed it where: nothing that is told of the matter carries it, described people included.</summary>
    [Test]
    public void A_protected_address_is_in_no_text_that_somebody_typed()
    {
        const string Home = "集贤路隐蔽小区3栋";
        var all = PaperCases.Everything().File;
        var of = all.Cases[0];
        var agreement = of.Agreement! with { Terms = Home, Obligations = [.. of.Agreement!.Obligations.Select(o => o with { Act = Home, Method = Home, Performances = [.. o.Performances.Select(p => p with { Evidence = Home })] })] };
        var file = all with
        {
            Parties = [all.Parties[0] with { Protected = true, Address = Home }, all.Parties[1] with { Name = null, Description = $"住{Home}的男子", Address = Home }, .. all.Parties.Skip(2)],
            Subject = Home,
            Summary = Home,
            Place = Home,
            Attachments = [.. all.Attachments.Select(a => a with { Name = Home, Origin = Home })],
            FollowUps = [.. all.FollowUps.Select(f => f with { Record = Home })],
            Cases = [of with
            {
                Agreement = agreement, Sessions = [.. of.Sessions.Select(s => s with { Place = Home, Record = Home, Invitees = [Home] })],
                Investigations = [.. of.Investigations.Select(i => i with { Place = Home, Record = Home, Interviewee = Home, Participants = [Home] })],
            }],
        };

        static IEnumerable<string> Texts(PaperContent content) => content.Names.SelectMany(name => content.Find(name) switch
        {
            string text => [$"{name}={text}"],
            IEnumerable<PaperContent> items => items.SelectMany(Texts),
            _ => (IEnumerable<string>)[],
        });
        foreach (var kind in Kinds)
            Assert.That(Texts(PaperCases.Content(kind, file, file.Cases[0], PaperCases.ItemOf(kind))).Where(text => text.Contains(Home, StringComparison.Ordinal)), Is.Empty, $"{kind}");
    }

    /// <summary>An address may be no more than the village: the committee, the numbers and the names keep theirs.</summary>
    [Test]
    public void A_protected_address_takes_nothing_from_committee_number_and_names()
    {
        var all = PaperCases.Everything().File;
        var village = all.Parties[1] with { Name = "海口镇海口村村民委员会", Kind = PartyKind.Organization };
        var file = all with { Parties = [all.Parties[0] with { Protected = true, Address = "海口镇海口村" }, village, .. all.Parties.Skip(2)], Summary = "住海口镇海口村。" };
        var content = new PaperBuilder(PaperCases.Names with { Committee = "海口镇海口村人民调解委员会", Area = "海口镇海口村" }, file, file.Cases[0], Given.Now).Build(PaperKind.WrittenAgreement, null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((content.Find("committee"), content.Find("area")), Is.EqualTo(("海口镇海口村人民调解委员会", "海口镇海口村")));
            Assert.That((string?)content.Find("agreementNumber"), Does.StartWith("（2026）海口村人调字第1号"));
            Assert.That((string?)content.Find("respondents"), Does.Contain("海口镇海口村村民委员会"));
            Assert.That((string?)content.Find("performance"), Does.StartWith("1．海口镇海口村村民委员会于"));
            Assert.That(content.Find("summary"), Is.EqualTo("住依法保密。"));
        }
    }

    /// <summary>A copy is out of date when a word of it changed, not when anything moved.</summary>
    [Test]
    public void A_paper_tells_the_same_until_one_of_its_own_words_changes()
    {
        static string Told(PaperKind kind, DisputeFile file, int years = 0) => PaperTemplate.Read(PaperCases.Template(kind))
            .Told(new PaperBuilder(PaperCases.Names, file, file.Cases[0], Given.Now.AddYears(years)).Build(kind, null));
        var dispute = Given.Accepted(change: file => file with { Parties = [Given.Zhang with { IdType = IdType.ResidentId, IdNumber = "11010519491231002X" }, Given.Li] });
        var before = dispute.File;
        dispute.HoldSession(Given.Session(SessionResult.Continue), Given.On(-8));
        var named = before with { Parties = [before.Parties[0] with { Name = "张试衣" }, before.Parties[1]] };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Told(PaperKind.RightsNotice, dispute.File), Is.EqualTo(Told(PaperKind.RightsNotice, before)), "A session is no word of the notice.");
            Assert.That(Told(PaperKind.Application, before, years: 1), Is.EqualTo(Told(PaperKind.Application, before)), "An age passes with the days.");
            foreach (var kind in (PaperKind[])[PaperKind.RightsNotice, PaperKind.OralAgreement, PaperKind.WrittenAgreement])
                Assert.That(Told(kind, named), Is.Not.EqualTo(Told(kind, before)), $"{kind}");
        }
    }

    /// <summary>Numbers are given by the server at acceptance (domain 12); nothing is invented before, and what is refused never gets one.</summary>
    [Test]
    public void Until_a_number_is_given_it_is_pending()
    {
        Assert.That(PaperCases.Text(PaperCases.Docx(PaperKind.ApplicationReceipt, Given.Registered())), Does.Contain("编号待发"));
        Assert.That(PaperCases.Text(PaperCases.Docx(PaperKind.AcceptanceNotice, Given.Accepted())), Does.Contain("（2026）海口村人调字第1号").And.Not.Contain("编号待发"));
    }

    /// <summary>若干规定 22 and 24: the reason, its ground, and the proper way.</summary>
    [Test]
    public void A_notice_of_non_acceptance_tells_reason_ground_and_way_若干规定24()
    {
        var dispute = Given.Registered();
        dispute.Reject(Given.RejectedCase(FollowOnChannel.Suit) with { EndReason = nameof(RejectionReason.AlreadyAcceptedOrResolved), EndedOn = Given.Today }, RejectionReason.AlreadyAcceptedOrResolved, Given.On(0));

        Assert.That(PaperCases.Text(PaperCases.Docx(PaperKind.NonAcceptanceNotice, dispute)),
            Does.Contain("法院、公安或其他行政机关已受理或解决（《人民调解工作若干规定》第二十二条第（二）项）").And.Contain("法院诉讼：向有管辖权的人民法院提起诉讼").And.Not.Contain("编号待发"));
    }

    /// <summary>人民调解法 26: whoever mediation did not help is told the lawful ways, labour with its own (劳动争议调解仲裁法 27).</summary>
    [Test]
    public void Ended_mediation_tells_the_ways_that_remain_人民调解法26()
    {
        var dispute = Given.Accepted(DisputeType.OtherLabor);
        dispute.Terminate(TerminationReason.PartyRefusesOrQuits, [FollowOnChannel.Arbitration, FollowOnChannel.LegalAid], Given.On(-7));

        foreach (var kind in (PaperKind[])[PaperKind.TerminationNotice, PaperKind.ChannelsNotice])
            Assert.That(PaperCases.Text(PaperCases.Docx(kind, dispute)), Does.Contain("劳动争议仲裁委员会").And.Contain("一年").And.Contain("法律援助").And.Contain("第二十六条"));
        Assert.That(PaperCases.Text(PaperCases.Docx(PaperKind.TerminationNotice, dispute)), Does.Contain("当事人拒绝或退出调解（《人民调解法》第十七条、第二十三条）"));
    }

    /// <summary>司发通〔2010〕239号: one copy for each party and one for the committee.</summary>
    [TestCase(2, "3")]
    [TestCase(5, "6")]
    public void An_agreement_has_a_copy_for_each_party_and_one_more_239号(int parties, string copies)
    {
        var file = PaperCases.Everything(parties).File;

        Assert.That(PaperCases.Content(PaperKind.WrittenAgreement, file, file.Cases[0]).Find("copies"), Is.EqualTo(copies));
    }

    /// <summary>GB 11643: what a valid number tells is filled in, of any other nothing is guessed.</summary>
    [TestCase("11010519491231002X", "女", "76", "1949年12月31日")]
    [TestCase("110105194912310021", null, null, null)]
    public void Sex_age_and_birth_come_from_a_valid_resident_id_alone(string number, string? sex, string? age, string? born)
    {
        var file = Given.File() with { Parties = [Given.Zhang with { IdType = IdType.ResidentId, IdNumber = number }, Given.Li] };
        var party = ((IReadOnlyList<PaperContent>)PaperCases.Content(PaperKind.Application, file, null).Find("applicantList")!)[0];

        Assert.That((party.Find("sex"), party.Find("age"), party.Find("born"), party.Find("ethnicity")), Is.EqualTo(((object?)sex, (object?)age, (object?)born, (object?)null)));
    }

    [TestCase(0, "人民币零元整")]
    [TestCase(0.05, "人民币伍分")]
    [TestCase(1, "人民币壹元整")]
    [TestCase(10.5, "人民币壹拾元伍角")]
    [TestCase(100.05, "人民币壹佰元零伍分")]
    [TestCase(1_001, "人民币壹仟零壹元整")]
    [TestCase(10_001, "人民币壹万零壹元整")]
    [TestCase(100_500, "人民币壹拾万零伍佰元整")]
    [TestCase(1_050_000.37, "人民币壹佰零伍万元叁角柒分")]
    [TestCase(100_000_001, "人民币壹亿零壹元整")]
    public void Amounts_in_words_follow_the_banks_rules(decimal yuan, string words) => Assert.That(ChineseAmount.InWords(yuan), Is.EqualTo(words));

    /// <summary>Every name that a template may use is said by the builder, and nothing else is.</summary>
    [Test]
    public void The_vocabulary_is_what_the_builder_says()
    {
        var file = PaperCases.Everything(20).File;
        var content = PaperCases.Content(PaperKind.MediationRecord, file, file.Cases[0], 1);

        Assert.That(content.Names, Is.EquivalentTo(PaperVocabulary.All.Where(f => f.Of is null).Select(f => f.Name)));
        foreach (var list in PaperVocabulary.All.Where(f => f is { Kind: PaperFieldKind.List, Of: null }))
            if (content.Find(list.Name) is IReadOnlyList<PaperContent> and [var item, ..])
                Assert.That(item.Names, Is.EquivalentTo(PaperVocabulary.All.Where(f => f.Of == list.ItemsOf).Select(f => f.Name)), list.Name);
    }

    /// <summary>Domain 12: dossier musts depend on form and outcome.</summary>
    [Test]
    public void The_papers_that_fit_follow_what_happened()
    {
        static IEnumerable<PaperKind> Must(Dispute dispute) =>
            PaperFit.Of(dispute.File, dispute.File.Cases is [.., var last] ? last : null).Where(p => !p.Optional).Select(p => p.Kind).Distinct();
        var spot = Given.Registered();
        spot.SettleOnTheSpot(Given.Case() with { AcceptedOn = Given.Today }, "疏通排水沟。", [], false, Given.On(0));
        var oral = Given.Agreed(Given.Oral(Given.Owes(100)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Must(spot), Is.EqualTo([PaperKind.SpotSheet]));
            Assert.That(Must(oral), Does.Contain(PaperKind.OralAgreement).And.Not.Contain(PaperKind.WrittenAgreement).And.Contain(PaperKind.Application).And.Contain(PaperKind.RightsNotice));
            Assert.That(Must(Given.Agreed(Given.Written(Given.Owes(100)))), Does.Contain(PaperKind.WrittenAgreement).And.Not.Contain(PaperKind.OralAgreement));
            Assert.That(Must(Given.Unresolved()), Does.Contain(PaperKind.ChannelsNotice).And.Not.Contain(PaperKind.WrittenAgreement).And.Not.Contain(PaperKind.NonAcceptanceNotice));
            Assert.That(Must(Given.Registered()), Is.EquivalentTo([PaperKind.Application, PaperKind.ApplicationReceipt]));
        }
    }
}
