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
        TestContext.Out.WriteLine(entered.ToJsonString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)entered["status"], Is.EqualTo("Closed"));
            Assert.That((string?)entered["performedBy"]?["id"] ?? (string?)entered["performedBy"], Is.EqualTo(mediator));
        }
    }
}
