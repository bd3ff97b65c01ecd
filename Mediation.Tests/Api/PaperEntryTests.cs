using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A clerk enters the sheets that a village filled in by hand.</summary>
sealed class PaperEntryTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task A_town_enters_a_village_s_sheet_that_was_settled_at_the_table()
    {
        var (town, mediator) = (await SignIn("town"), (string)(await (await SignIn("village")).Get("/api/session"))["mediatorId"]!);
        var body = new JsonObject
        {
            ["type"] = "Neighbor", ["areaCode"] = Village, ["risks"] = new JsonArray(), ["performedBy"] = mediator,
            ["parties"] = new JsonArray(
                new JsonObject { ["side"] = "Applicant", ["kind"] = "Person", ["name"] = "甲" }, new JsonObject { ["side"] = "Respondent", ["kind"] = "Person", ["name"] = "乙" }),
            ["settlement"] = new JsonObject { ["terms"] = "双方握手言和，今后互不计较，和睦相处。", ["performance"] = "Immediate" },
        };
        var entered = (await town.Put($"/api/disputes/{Guid.NewGuid()}", body)).Expect(HttpStatusCode.Created);
        var seen = (await (await SignIn("village")).Get($"/api/disputes/{IdOf(entered)}")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)entered["tier"], (string?)entered["responsible"]!["tier"]), Is.EqualTo(("Village", "Village")), "It is the village's matter, in the village's column.");
            Assert.That((string?)seen["cases"]![0]!["number"], Does.Contain("海口村"), "and bears the village's number.");
            Assert.That((string?)entered["status"], Is.EqualTo("Closed"));
            Assert.That((string?)seen["performedBy"], Is.EqualTo(mediator));
        }
    }

    [Test]
    public async Task A_village_enters_for_nobody_else_and_a_town_not_for_another_town()
    {
        var other = (string)(await (await SignIn("village2")).Get("/api/session"))["mediatorId"]!;
        var foreign = (string)(await (await SignIn("town2")).Get("/api/session"))["mediatorId"]!;
        var mine = await GivenDispute(await SignIn("village"), body => body["performedBy"] = other);
        var towns = await GivenDispute(await SignIn("town"), body => body["performedBy"] = foreign);

        Assert.That(((string?)mine["responsible"]!["name"], (string?)towns["tier"]), Is.EqualTo(((string?)(await (await SignIn("village")).Get("/api/session"))["organisationName"], "Town")));
    }
}
