using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Tests.Support;

namespace Mediation.Tests.Api;

/// <summary>A walk of random commands that touch clocks: suspensions, extensions, facts, corrections, reversals, handovers, reopenings. What is refused is passed over.</summary>
sealed class ClockWalk(ApiServer app, Random chance)
{
    static readonly string[] Users = ["village", "town", "district", "sector"];
    static readonly string[] Types = ["Neighbor", "Medical", "MigrantWageArrears", "OtherLabor", "ForestLand", "RoadTraffic", "PropertyManagement", "Contract"];

    readonly Dictionary<Guid, JsonNode> matters = [];

    public IEnumerable<Guid> Matters => matters.Keys;

    /// <summary>How often each act was taken, to see that the walk got anywhere.</summary>
    public Dictionary<string, int> Taken { get; } = [];

    DateOnly Today => Shanghai.DateOf(app.Clock.GetUtcNow());

    /// <summary>One command; answers whose clocks it may have moved, or null when it was refused.</summary>
    public async Task<Guid?> Step()
    {
        if (chance.Next(3) == 0)
            app.Clock.Advance(TimeSpan.FromHours(chance.Next(1, 72)));
        var open = matters.Where(m => (string)m.Value["status"]! is not ("Closed" or "Merged" or "Voided")).ToList();
        if (open.Count < 4 || chance.Next(25) == 0)
            return await Register();
        var (id, view) = Any(chance.Next(6) > 0 ? open : matters.ToList());
        return await Act(id, view);
    }

    async Task<Guid?> Register()
    {
        var id = Guid.NewGuid();
        var type = Any(Types);
        var body = new JsonObject
        {
            ["type"] = type, ["subtype"] = type == "ForestLand" ? "0901" : null, ["areaCode"] = Any(["340803100204", "340803100204", "340803100000"]),
            ["peopleInvolved"] = Any([2, 3, 12, 40]), ["risks"] = chance.Next(5) == 0 ? new JsonArray("Injury") : [],
            ["receivedAt"] = app.Clock.GetUtcNow().AddHours(-chance.Next(0, 700)).ToString("O", CultureInfo.InvariantCulture),
            ["parties"] = new JsonArray(Party("Applicant", "甲"), Party("Respondent", "乙")),
        };
        if (chance.Next(8) == 0)
            body["settlement"] = new JsonObject { ["terms"] = "当场和解", ["performance"] = Any(Enum.GetNames<SpotPerformance>()) };
        var reply = await (await app.SignIn(Any(Users))).Put($"/api/disputes/{id}", body);
        return reply.Status == HttpStatusCode.Created ? Took(id, "registration", reply.Json) : null;
    }

    async Task<Guid?> Act(Guid id, JsonNode view)
    {
        var status = (string)view["status"]!;
        var act = Choose(status);
        if (Body(act, view) is not { } body)
            return null;
        var above = act == "level-lowerings/decision" || act == "extensions" && (string)body["clock"]! is "Matter" or "Handover";
        var user = await app.SignIn(above ? "district" : Desk(view, act.StartsWith("handover", StringComparison.Ordinal) ? "holder" : "responsible"));
        if (act == "acceptance" && (await user.Get($"/api/disputes/{id}/suggested-mediators"))["items"] is JsonArray { Count: > 0 } mediators)
            body["hostId"] = mediators[0]!["id"]!.DeepClone();
        if (chance.Next(4) == 0 && act is not ("reversals" or "corrections"))
            body["on"] = Text(DateOnly.ParseExact((string)view["lastStepOn"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(chance.Next(0, 4)));
        body["commandId"] = Guid.NewGuid();
        body["baseVersion"] = (int)view["version"]!;
        var pending = view["handovers"]!.AsArray().LastOrDefault(h => (string?)h!["state"] == "Pending")?["id"];
        var path = act.StartsWith("handover", StringComparison.Ordinal) ? $"/api/handovers/{pending}/{act[9..]}" : $"/api/disputes/{id}/{act}";
        var reply = await user.Post(path, body);
        if ((int)reply.Status >= 500 || reply.Code == "dispute.stale")
            throw new InvalidOperationException($"{act} {body.ToJsonString()}: {reply.Text}");
        return reply.Status == HttpStatusCode.OK ? Took(id, act, reply.Json) : null;
    }

    Guid Took(Guid id, string act, JsonNode view)
    {
        matters[id] = view;
        Taken[act] = Taken.GetValueOrDefault(act) + 1;
        return id;
    }

    string Choose(string status)
    {
        string[] likely = status switch
        {
            "Registered" => ["acceptance", "acceptance", "acceptance", "acceptance", "acceptance", "settlement-on-the-spot", "escalation", "rejection"],
            "HandoverPending" => ["handover/acceptance", "handover/acceptance", "handover/refusal"],
            "InMediation" => ["sessions", "suspension", "suspension", "suspension", "agreement", "agreement", "agreement", "failure", "termination", "participation", "escalation", "withdrawal", "settlement-on-the-spot"],
            "Suspended" => ["resumption", "resumption", "termination", "escalation"],
            "Agreed" or "Performing" => ["performance", "performance", "performance", "agreement", "confirmation", "confirmation", "breaches", "return", "closure", "parties"],
            "Performed" => ["closure", "reopening", "follow-ups", "confirmation"],
            "Unresolved" => ["closure", "escalation", "acceptance"],
            "Closed" => ["reopening", "follow-ups", "voiding"],
            _ => ["reversals"],
        };
        return chance.Next(5) switch
        {
            0 => Any(["corrections", "corrections", "corrections", "reversals", "reversals", "reversals", "reversals", "erasure", "parties"]),
            1 => Any(["level-assessments", "level-lowerings", "level-lowerings/decision", "level-lowerings/decision", "legal-facts", "legal-facts", "extensions", "extensions", "extensions", "extensions"]),
            _ => Any(likely),
        };
    }

    JsonObject? Body(string act, JsonNode view)
    {
        var parties = view["parties"]!.AsArray().Where(p => p!["removal"] is null).Select(p => p!["id"]!).ToList();
        JsonArray Each(Func<JsonNode, JsonNode> told) => new([.. parties.Select(id => told(id.DeepClone()))]);
        return act switch
        {
            "acceptance" => new() { ["notices"] = Each(id => new JsonObject { ["partyId"] = id, ["form"] = "TakingPart" }) },
            "sessions" => new() { ["attendeeIds"] = Each(id => id), ["result"] = Any(Enum.GetNames<SessionResult>()) },
            "agreement" => Agreement(view, parties),
            "suspension" => new() { ["reason"] = Any(["Appraisal", "Appraisal", "PartyUnavailable"]), ["from"] = chance.Next(2) == 0 ? (string?)view["lastStepOn"] : null },
            "failure" => new() { ["channels"] = new JsonArray("Suit") },
            "termination" => new() { ["reason"] = Any(Enum.GetNames<TerminationReason>()), ["channels"] = new JsonArray("Suit") },
            "participation" => new() { ["partyId"] = parties[^1].DeepClone(), ["stance"] = Any(["Refuses", "Refuses", "TakesPart"]), ["form"] = "Oral", ["channels"] = new JsonArray("Suit") },
            "confirmation" => new()
            {
                ["move"] = Any(["Apply", "Apply", "Accept", "Confirm", "Receive"]), ["movedOn"] = (string?)view["lastStepOn"], ["applicantIds"] = Each(id => id), ["court"] = "安庆市大观区人民法院",
            },
            "breaches" => Performance(view) is { } broken ? new() { ["obligationId"] = broken["obligationId"]!.DeepClone(), ["breachedOn"] = Text(Today) } : null,
            "withdrawal" => new() { ["partyId"] = parties[0].DeepClone() },
            "rejection" => new() { ["reason"] = "PartyRefuses", ["channels"] = new JsonArray("Suit") },
            "performance" => Performance(view),
            "follow-ups" => new() { ["by"] = "Phone", ["performed"] = true },
            "settlement-on-the-spot" => new()
            {
                ["terms"] = "当场和解", ["performance"] = "Immediate",
                ["obligations"] = new JsonArray(new JsonObject { ["debtorId"] = parties[^1].DeepClone(), ["creditorId"] = parties[0].DeepClone(), ["amount"] = 50 }),
            },
            "escalation" => new() { ["reason"] = Any(["PartyRequest", "LeaderInstruction"]) },
            "return" => new() { ["reason"] = "PerformanceOnly", ["toOrganisationId"] = "01941f64-1400-71cd-8284-407fb76a7f4e" },
            "handover/refusal" => new() { ["reason"] = "MaterialsMissing" },
            "parties" => chance.Next(2) == 0
                ? new() { ["action"] = "Replace", ["partyId"] = Any(parties).DeepClone(), ["party"] = Party("Respondent", "丙"), ["reason"] = "继受" }
                : new() { ["action"] = "Remove", ["partyId"] = Any(parties).DeepClone(), ["reason"] = "退出" },
            "erasure" => new() { ["fields"] = new JsonArray("evidence"), ["reason"] = "个人信息保护法47条" },
            "legal-facts" => new() { ["fact"] = Any(Enum.GetNames<LegalFact>()), ["factOn"] = Text(Today.AddDays(-chance.Next(0, 40))), ["evidence"] = "收件回执" },
            "extensions" => new()
            {
                ["clock"] = Any([CaseClock((string)view["type"]!), CaseClock((string)view["type"]!), (string)view["status"]! == "HandoverPending" ? "Handover" : "Matter", "PetitionHandling"]),
                ["until"] = Text(Today.AddDays(chance.Next(40, 120))), ["agreedBy"] = Each(id => id), ["evidence"] = "双方书面同意",
            },
            "level-assessments" => new() { ["level"] = Any([null, "Yellow", "Red"]), ["reason"] = "现场评定" },
            "level-lowerings" => new() { ["level"] = Any(["Green", "Yellow"]), ["reason"] = "情绪平稳" },
            "level-lowerings/decision" => new() { ["approved"] = chance.Next(4) > 0, ["reason"] = "情况属实" },
            "corrections" => Correction(view),
            _ => new() { ["reason"] = "核实后更正" },
        };
    }

    JsonObject Correction(JsonNode view)
    {
        var (field, @new) = Any<(string, JsonNode)>(
        [
            ("type", Any(Types)), ("subtype", Any(["0901", "0701"])), ("peopleInvolved", Any([2, 12, 40])),
            ("receivedAt", ((DateTimeOffset)view["receivedAt"]!).AddHours(chance.Next(-900, 300)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ]);
        return new() { ["field"] = field, ["old"] = view[field]?.DeepClone(), ["new"] = @new, ["reason"] = "登记有误" };
    }

    JsonObject Agreement(JsonNode view, List<JsonNode> parties)
    {
        var day = (string)view["lastStepOn"]!;
        var written = chance.Next(3) > 0;
        var body = new JsonObject
        {
            ["form"] = written ? "Written" : "Oral", ["terms"] = "乙方付款",
            ["obligations"] = new JsonArray([.. Enumerable.Range(0, chance.Next(5) == 0 ? 0 : chance.Next(1, 3)).Select(_ => Obligation(parties))]),
        };
        if (!written)
            return body;
        body["signatures"] = new JsonArray([.. parties.Where(_ => chance.Next(4) > 0)
            .Select(id => (JsonNode)new JsonObject { ["partyId"] = id.DeepClone(), ["kind"] = "Signed", ["on"] = day })]);
        body["mediatorSignedOn"] = day;
        body["sealedOn"] = chance.Next(4) > 0 ? day : null;
        return body;
    }

    JsonNode Obligation(List<JsonNode> parties)
    {
        var owed = new JsonObject { ["debtorId"] = parties[^1].DeepClone(), ["creditorId"] = parties[0].DeepClone(), ["amount"] = 200 };
        if (chance.Next(3) == 0)
            owed["instalments"] = new JsonArray([.. new[] { 20, 50 }.Select(days => (JsonNode)new JsonObject { ["dueOn"] = Text(Today.AddDays(days)), ["amount"] = 100 })]);
        else
            (owed["dueOn"], owed["continuing"]) = (chance.Next(3) > 0 ? Text(Today.AddDays(chance.Next(-2, 60))) : null, chance.Next(4) == 0);
        return owed;
    }

    JsonObject? Performance(JsonNode view)
    {
        var owed = view["cases"]!.AsArray().LastOrDefault()?["agreement"]?["obligations"]?.AsArray().Where(o => !(bool)o!["performed"]!).ToList();
        return owed is not { Count: > 0 } ? null : new() { ["obligationId"] = Any(owed)!["id"]!.DeepClone(), ["amount"] = chance.Next(3) > 0 ? 100 : null, ["performedOn"] = (string?)view["lastStepOn"] };
    }

    static string CaseClock(string type) => type switch { "Medical" => "MedicalMediation", "PropertyManagement" => "PropertyMediation", _ => "OrdinaryMediation" };

    static JsonObject Party(string side, string name) => new() { ["side"] = side, ["kind"] = "Person", ["name"] = name };

    /// <summary>Who acts for the desk; where there is no demo account anybody tries, and is refused.</summary>
    string Desk(JsonNode view, string? of) => (of is null ? "" : (string)view[of]!["name"]!) switch
    {
        { } name when name.StartsWith("海口村", StringComparison.Ordinal) => "village",
        { } name when name.StartsWith("海口镇", StringComparison.Ordinal) => "town",
        { } name when name.Contains("医疗", StringComparison.Ordinal) => "sector",
        { } name when name.StartsWith("大观区", StringComparison.Ordinal) => "district",
        _ => Any(Users),
    };

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    T Any<T>(IReadOnlyList<T> choices) => choices[chance.Next(choices.Count)];
}
