using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Parties;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain.Search;
using Mediation.Tests.Architecture;
using Mediation.Tests.Domain.Routing;
using NUnit.Framework;
using static Mediation.Tests.Domain.Routing.SeededRules;

namespace Mediation.Tests.Domain;

/// <summary>The shared vectors are what the rules say today.</summary>
sealed class VectorTests
{
    static readonly DateOnly Today = new(2026, 11, 16);

    static readonly WorkCalendar Calendar = WorkCalendar.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "work-calendar.json")));

    [Test]
    public void Level_and_routing() => Vectors.AssertKept("routing", new { ruleSetVersion = Current.Version }, RoutingCases().Select(facts =>
    {
        var proposal = Current.Propose(facts);
        return new
        {
            facts = Told(facts), level = proposal.Level, levelReasons = Ids(proposal.LevelReasons), tier = proposal.Tier, target = proposal.Target,
            reasons = Ids(proposal.Reasons), offers = Ids(proposal.Offers),
        };
    }));

    [Test]
    public void Limits() => Vectors.AssertKept("limits", new { ruleSetVersion = Current.Version },
        from tier in Enum.GetValues<Tier>()
        from step in Enum.GetValues<LimitStep>()
        from type in Enum.GetValues<DisputeType>()
        from complex in new[] { false, true }
        let limit = Current.LimitRule(tier, step, type, complex)
        select new { tier, step, type, complex, id = limit.Id, amount = limit.Amount, unit = limit.Unit });

    [Test]
    public void Deadlines()
    {
        DateOnly[] starts = [new(2025, 12, 31), new(2026, 1, 30), new(2026, 1, 31), new(2026, 2, 13), new(2026, 4, 3), new(2026, 9, 29), new(2026, 10, 10), new(2026, 11, 16), new(2026, 12, 30), new(2028, 2, 29)];
        (int Amount, TimeUnit Unit)[] limits = [(0, TimeUnit.Day), (1, TimeUnit.Workday), (3, TimeUnit.Workday), (7, TimeUnit.Workday), (30, TimeUnit.Workday), (3, TimeUnit.Day), (30, TimeUnit.Day), (1, TimeUnit.Month), (3, TimeUnit.Month), (1, TimeUnit.Year)];
        Vectors.AssertKept("deadlines", new { published = Calendar.PublishedYears },
            from start in starts
            from limit in limits
            let end = Calendar.Due(start, limit.Amount, limit.Unit)
            select new { start, amount = limit.Amount, unit = limit.Unit, due = end.Due, provisional = end.Provisional });
    }

    [Test]
    public void Identities()
    {
        string[] people =
        [
            "110105194912310021", "11010519491231002X", "11010519491231002x", " 110105 19491231 002X ", "１１０１０５１９４９１２３１００２Ｘ", "990105194912310021", "110105209912310029",
            "110105194902300020", "11010519491231002", "1101051949123100211", "110105194912310022", "A10105194912310021", "440524188001010014", "810000199408230021", "",
        ];
        string[] bodies = ["91350100M000100Y43", "91350100m000100y43", "９１３５０１００M000100Y43", "91350100M000100Y44", "91350100I000100Y43", "91350100M000100Y4", ""];
        Vectors.AssertKept("identities", new { today = Today },
            people.Select(text => (Kind: "ResidentId", Text: text, Normal: ResidentId.Normalise(text), Problem: ResidentId.Problem(ResidentId.Normalise(text), Today)))
                .Concat(bodies.Select(text => (Kind: "UnifiedSocialCreditCode", Text: text, Normal: OrganisationCode.Normalise(text), Problem: OrganisationCode.Problem(OrganisationCode.Normalise(text)))))
                .Select(one => new { kind = one.Kind, text = one.Text, normalised = one.Normal, problem = one.Problem }));
    }

    [Test]
    public void Masks()
    {
        string[] names = ["张三", "欧阳修远", "司马", "司马光", "𠮷野家", "A", "", " 李 四 ", "Smith"];
        string[] phones = ["13812345678", "+86 138 1234 5678", "138-1234-5678", "0556-5551234", "(0556)5551234", "5551234", "12345", "１３８１２３４５６７８", "86 13812345678", ""];
        string[] numbers = ["110105194912310021", "11010519491231002x", "E12345678", "AB1", "A", "", "11010519491231002"];
        string[] addresses = ["安徽省安庆市大观区海口镇海口村12组5号", "海口村", "幸福路3号", "龙山社区", "", "大观区集贤路街道市民中心"];
        string[] texts = ["电话13812345678，请回电", "身份证110105194912310021号", "卡号6222021234567890123", "宅基地120平方米", "138 1234 5678和340803 19900101 001X", "2026年11月16日", "１３８１２３４５６７８"];
        (string Kind, IEnumerable<string> Texts, Func<string, string> Mask)[] all =
            [("name", names, Masking.Name), ("phone", phones, Masking.Phone), ("idNumber", numbers, Masking.IdNumber), ("address", addresses, Masking.Address), ("freeText", texts, Masking.FreeText)];
        Vectors.AssertKept("masking", new { }, from mask in all from text in mask.Texts select new { kind = mask.Kind, text, masked = mask.Mask(text) });
    }

    [Test]
    public void Moves() => Vectors.AssertKept("lifecycle", new { },
        from status in Enum.GetValues<DisputeStatus>()
        from action in Enum.GetValues<DisputeAction>()
        select new { status, action, to = DisputeLifecycle.Allows(status, action) ? DisputeLifecycle.After(status, action) : (DisputeStatus?)null });

    [Test]
    public void Grants() => Vectors.AssertKept("permissions", new { },
        from permission in Enum.GetValues<Permission>()
        where permission is not Permission.SignedIn
        select new { permission, roles = Enum.GetValues<Role>().Where(role => new[] { role }.Allow(permission)) });

    [Test]
    public void Refusals()
    {
        var codes = RefusalCodes.All;
        Assert.That(codes, Has.Count.GreaterThan(250), "the codes are not found any more");
        Vectors.AssertKept("refusals", new { }, codes.Select(code => new { code }));
    }

    [Test]
    public void Search()
    {
        string[] documents = ["宅基地相邻通行", "宅基，地界", "Ａ栋１０１室 漏水", "WANG Wei与李四", "面积㎡　第③组", "零\u200B宽", "𠮷野家纠纷", "  两  个\t空格 ", "一", "", "2026-11-16", "甲、乙"];
        string[] queries = ["宅基地", "基地", "地界", "101", "wang", "m2", "零宽", "野家", "两个", "一", "甲乙", "宅基地 通行"];
        Vectors.AssertKept("search", new { },
            from document in documents
            select new
            {
                text = document, normalised = SearchText.Normalise(document), terms = SearchText.Terms(document),
                bigrams = SearchText.Tokens(document).Where(token => token != SearchText.Gap),
                foundBy = queries.Where(q => SearchText.IsSearchable(q) && SearchText.Matches(SearchText.Document(document), q)),
                notFoundBy = queries.Where(q => !SearchText.IsSearchable(q) || !SearchText.Matches(SearchText.Document(document), q)),
            });
    }

    [Test]
    public void Names()
    {
        string[] names = ["张三", "张 三", "张　三", "Wang Wei", "wang wei", "ＷＡＮＧ WEI", "WangWei", "阿卜杜拉·买买提", "阿卜杜拉・买买提", "陈\u200B四", "陈四", "STRASSE", "straße", ""];
        Vectors.AssertKept("names", new { }, from name in names let key = NameKey.Normalise(name) select new { name, key, sameAs = names.Where(other => other != name && NameKey.Normalise(other) == key) });
    }

    [Test]
    public void Areas()
    {
        AreaCode[] codes = [new(340000000000), new(340800000000), new(340803000000), new(340803100000), new(340803100204), new(340803200201)];
        Vectors.AssertKept("areas", new { }, from code in codes select new { code, level = code.Level, town = code.Town, district = code.District, end = code.End, holds = codes.Where(code.Holds) });
    }

    /// <summary>Each rule met and each of its conditions missed, by itself and in pairs with others, which is where precedence shows.</summary>
    static IEnumerable<RoutingFacts> RoutingCases()
    {
        var conditions = Section("rules").Concat(Section("levels")).Select(rule => rule["when"]!.AsObject()).ToList();
        yield return Quarrel;
        foreach (var when in conditions)
        {
            yield return WitnessFacts.Meeting(when);
            foreach (var condition in when)
                yield return WitnessFacts.Missing(when, condition.Key);
        }
        foreach (var (facts, other) in conditions.Select(WitnessFacts.Meeting).SelectMany(
            (one, index) => conditions.Where((_, place) => place > index && (place + index) % 5 == 0).Select(WitnessFacts.Meeting).Select(two => (one, two))))
            yield return other with
            {
                Risks = [.. facts.Risks.Union(other.Risks)],
                PeopleInvolved = Math.Max(facts.PeopleInvolved, other.PeopleInvolved),
                Amount = facts.Amount > other.Amount ? facts.Amount : other.Amount,
                RequestedTier = facts.RequestedTier ?? other.RequestedTier,
                ReferredBy = facts.ReferredBy ?? other.ReferredBy,
            };
    }

    static object Told(RoutingFacts facts) => new
    {
        type = facts.Type, subtype = facts.Subtype, areaCode = facts.Area, parties = facts.Parties.Select(party => new { side = party.Side, areaCode = party.Area }),
        risks = facts.Risks, peopleInvolved = facts.PeopleInvolved, amount = facts.Amount, failedAttempts = facts.FailedAttempts, overdue = facts.Overdue,
        requestedTier = facts.RequestedTier, sectorRequested = facts.SectorRequested, referredBy = facts.ReferredBy, currentTier = facts.CurrentTier,
    };

    static IEnumerable<string> Ids(IEnumerable<RoutingReason> reasons) => reasons.Select(reason => reason.Rule);
}
