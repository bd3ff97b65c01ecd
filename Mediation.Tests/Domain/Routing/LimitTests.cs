using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain;
using NUnit.Framework;
using static Mediation.Core.Domain.Disputes.DisputeType;
using static Mediation.Core.Domain.Routing.LimitStep;
using static Mediation.Core.Domain.Routing.LimitUnit;
using static Mediation.Core.Domain.Tier;

namespace Mediation.Tests.Domain.Routing;

sealed class LimitTests
{
    [TestCase("limit-acceptance-village", Village, Acceptance, Neighbor, false, 3, Workday)]
    [TestCase("limit-acceptance-district", District, Acceptance, Medical, true, 3, Workday)]
    [TestCase("limit-handover-town", Town, LimitStep.Handover, Neighbor, false, 3, Workday)]
    [TestCase("limit-assignment-town", Town, Assignment, Neighbor, true, 1, Workday)]
    [TestCase("limit-handling-village", Village, Handling, Neighbor, false, 7, Day)]
    [TestCase("limit-handling-village-complex", Village, Handling, Neighbor, true, 20, Day)]
    [TestCase("limit-handling-town", Town, Handling, Neighbor, false, 1, Month)]
    [TestCase("limit-handling-district", District, Handling, RoadTraffic, true, 1, Month)]
    [TestCase("limit-handling-medical-district", District, Handling, Medical, true, 30, Workday)]
    [TestCase("limit-handling-labour-village", Village, Handling, MigrantWageArrears, true, 15, Day)]
    [TestCase("limit-handling-labour-district", District, Handling, OtherLabor, false, 15, Day)]
    public void Limit_is_the_closest_one(
        string rule, Tier tier, LimitStep step, DisputeType type, bool complex, int amount, LimitUnit unit)
    {
        var rules = SeededRules.Current.Limits.Where(limit => (limit.Basis ?? limit.Id) == rule);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(SeededRules.Current.Limit(tier, step, type, complex), Is.EqualTo((amount, unit)));
            Assert.That(rules.Where(limit => limit.Tier == tier).Select(limit => (limit.Amount, limit.Unit)), Has.All.EqualTo((amount, unit)));
            Assert.That(rules, Is.Not.Empty);
        }
    }
}
