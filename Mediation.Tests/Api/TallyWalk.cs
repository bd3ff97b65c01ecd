using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Tests.Support;

namespace Mediation.Tests.Api;

/// <summary>A walk of random commands through the ledger: what is refused is passed over, what is taken is noted for the hand count.</summary>
sealed class TallyWalk(ApiServer app, Random chance)
{
    static readonly string[] Users = ["village", "village2", "town", "town2", "district", "sector"];
    static readonly string[] Places = ["340803100204", "340803100205", "340803100201", "340803100000", "340803200202", "340803200000", "340803001001", "340803000000"];
    static readonly string?[] Subtypes = [null, null, null, "0402", "0901", "1103", "1202"];
    static readonly int[] People = [2, 3, 29, 30, 49, 50, 99, 100, 499, 500, 2_000];

    readonly Dictionary<Guid, Stack<Matter>> matters = [];

    public IEnumerable<Matter> Ledger => matters.Values.Select(m => m.Peek());

    /// <summary>How often each act was taken, to see that the walk got anywhere.</summary>
    public Dictionary<string, int> Taken { get; } = [];

    DateOnly Today => Shanghai.DateOf(app.Clock.GetUtcNow());

    public async Task Step()
    {
        if (chance.Next(3) == 0)
            app.Clock.Advance(TimeSpan.FromHours(chance.Next(1, 60)));
        if (matters.Count < 3 || chance.Next(8) == 0)
            await Register();
        else
            await Act(Any(matters.Values.ToList()));
    }

    async Task Register()
    {
        var (id, place) = (Guid.NewGuid(), Any(Places));
        var user = chance.Next(4) == 0 ? Any(Users) : place switch { "340803100204" => "village", "340803100205" => "village2", _ => UserOf(place) };
        var body = new JsonObject
        {
            ["type"] = Any(Enum.GetNames<DisputeType>()), ["subtype"] = Any(Subtypes), ["areaCode"] = place, ["peopleInvolved"] = Any(People),
            ["risks"] = chance.Next(4) == 0 ? new JsonArray(Any(Enum.GetNames<Risk>())) : [],
            ["receivedAt"] = app.Clock.GetUtcNow().AddHours(-chance.Next(0, 900)).ToString("O", CultureInfo.InvariantCulture),
            ["parties"] = new JsonArray(Party("Applicant", "甲"), Party("Respondent", "乙")),
        };
        if (chance.Next(4) == 0)
            body["settlement"] = new JsonObject { ["terms"] = "当场和解", ["performance"] = Any(Enum.GetNames<SpotPerformance>()) };
        var reply = await (await app.SignIn(user)).Put($"/api/disputes/{id}", body);
        if (reply.Status != HttpStatusCode.Created)
            return;
        var matter = new Matter(reply.Json, (string)reply["tier"]!, []);
        matters[id] = new([body.ContainsKey("settlement") ? matter.With("success", matter.ReceivedOn).With("resolved", matter.ReceivedOn) : matter]);
        Count(body.ContainsKey("settlement") ? "registration, settled" : "registration");
    }

    async Task Act(Stack<Matter> history)
    {
        var before = history.Peek();
        var (act, body) = Choose(before);
        var user = await app.SignIn(chance.Next(5) == 0 ? Any(Users) : UserOf(act.StartsWith("handover", StringComparison.Ordinal) ? before.Holder : before.Responsible));
        if (act == "acceptance" && (await user.Get($"/api/disputes/{before.Id}/suggested-mediators"))["items"] is JsonArray { Count: > 0 } mediators)
            body["hostId"] = mediators[0]!["id"]!.DeepClone();
        if (chance.Next(5) == 0 && act is not ("reversals" or "corrections"))
            body["on"] = before.LastStepOn.AddDays(chance.Next(0, 4)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        body["commandId"] = Guid.NewGuid();
        body["baseVersion"] = before.Version;
        var path = act.StartsWith("handover", StringComparison.Ordinal) ? $"/api/handovers/{before.PendingHandover}/{act[9..]}" : $"/api/disputes/{before.Id}/{act}";
        var reply = await user.Post(path, body);
        if (reply.Status == HttpStatusCode.OK)
            await Note(history, act, body, reply.Json);
        else if ((int)reply.Status >= 500 || reply.Code == "dispute.stale")
            throw new InvalidOperationException($"{act} {body.ToJsonString()}: {reply.Text}");
    }

    /// <summary>What a mediator would write down of the answer, in words of the table and not of the code.</summary>
    async Task Note(Stack<Matter> history, string act, JsonObject body, JsonNode view)
    {
        var before = history.Peek();
        var on = (string?)body["on"] is { } stated ? DateOnly.ParseExact(stated, "yyyy-MM-dd", CultureInfo.InvariantCulture) : Today;
        var after = before with { View = view };
        Count(act == "corrections" ? $"correction of {body["field"]}" : act);
        // A level is no step: what is taken back later is the step before it.
        if (act.StartsWith("level-", StringComparison.Ordinal))
        {
            history.Pop();
            history.Push(after);
            return;
        }
        if (act == "reversals")
        {
            history.Pop();
            after = history.Pop() with { View = view };
        }
        history.Push((act, before.Status) switch
        {
            ("agreement", "InMediation") => after.With("success", on),
            ("failure" or "termination", _) => after.With("failed", on),
            ("settlement-on-the-spot", _) => after.With("success", on).With("resolved", on),
            ("closure", "Unresolved") => after.With("ended", on),
            ("closure", "Agreed" or "Performing" or "Performed") => after.With("resolved", on),
            ("referral", _) => after.With("referred", on),
            ("reopening", "Closed" or "ReferredOut") => after.With("reopened", on),
            ("handover/acceptance", _) when after.Tier != before.Tier => after.With("moved", on),
            _ => after,
        });
        var survivor = act == "duplicate-of" ? body["survivorId"] : act == "reversals" && before.Status == "Merged" ? before.View["mergedInto"] : null;
        // A link is no step of the survivor: what is taken back there later is the step before it.
        if (survivor is not null && matters[(Guid)survivor] is var other)
            other.Push(other.Pop() with { View = (await (await app.SignIn("district")).Get($"/api/disputes/{(Guid)survivor}")).Expect(HttpStatusCode.OK) });
    }

    (string Act, JsonObject Body) Choose(Matter matter)
    {
        var likely = matter.Status switch
        {
            "Registered" => new[] { "acceptance", "acceptance", "settlement-on-the-spot", "escalation", "escalation", "escalation", "return", "rejection", "referral" },
            "HandoverPending" => ["handover/acceptance", "handover/acceptance", "handover/acceptance", "handover/acceptance", "handover/refusal"],
            "InMediation" => ["sessions", "agreement", "agreement", "failure", "termination", "escalation", "return", "settlement-on-the-spot"],
            "Agreed" or "Performing" => ["performance", "performance", "closure"],
            "Performed" => ["closure", "reopening"],
            "Unresolved" => ["closure", "escalation", "acceptance", "return"],
            "ReferredOut" => ["closure", "reopening"],
            "Closed" => ["reopening", "reopening", "follow-ups"],
            _ => ["reversals"],
        };
        var act = chance.Next(4) > 0 ? Any(likely) : Any(["corrections", "corrections", "reversals", "reversals", "duplicate-of", "voiding", "level-assessments", "level-lowerings", "level-lowerings/decision", .. likely]);
        return (act, Body(act, matter));
    }

    JsonObject Body(string act, Matter matter) => act switch
    {
        "acceptance" => new() { ["notices"] = Each(matter, id => new JsonObject { ["partyId"] = id, ["form"] = "TakingPart" }) },
        "sessions" => new() { ["attendeeIds"] = Each(matter, id => id), ["result"] = Any(Enum.GetNames<SessionResult>()) },
        "agreement" => Agreement(matter, Any(Enum.GetNames<AgreementForm>())),
        "failure" => new() { ["channels"] = new JsonArray("Suit") },
        "termination" => new() { ["reason"] = Any(Enum.GetNames<TerminationReason>()), ["channels"] = new JsonArray("Suit") },
        "rejection" => new() { ["reason"] = Any(Enum.GetNames<RejectionReason>()), ["channels"] = new JsonArray("Suit") },
        "performance" => new() { ["obligationId"] = (string?)matter.View["cases"]?.AsArray().LastOrDefault()?["agreement"]?["obligations"]?[0]?["id"] },
        "follow-ups" => new() { ["by"] = "Phone", ["performed"] = true },
        "settlement-on-the-spot" => new() { ["terms"] = "当场和解", ["performance"] = "Immediate" },
        "escalation" => new() { ["reason"] = Any(["PartyRequest", "LeaderInstruction", "RedLevel", "FailedAttempts"]) },
        "return" => new() { ["reason"] = "SingleVillage", ["toOrganisationId"] = matter.FirstResponsible },
        "referral" => new() { ["organ"] = "区自然资源局" },
        "handover/refusal" => new() { ["reason"] = "MaterialsMissing" },
        "duplicate-of" => new() { ["survivorId"] = Any(matters.Keys.ToList()), ["reason"] = "同一纠纷" },
        "level-assessments" => new() { ["level"] = Any([null, "Yellow", "Red"]), ["reason"] = "现场评定" },
        "level-lowerings" => new() { ["level"] = Any(["Green", "Yellow"]), ["reason"] = "情绪平稳" },
        "level-lowerings/decision" => new() { ["approved"] = chance.Next(4) > 0, ["reason"] = "情况属实" },
        "corrections" => Correction(matter),
        _ => new() { ["reason"] = "核实后更正" },
    };

    JsonObject Correction(Matter matter)
    {
        var (field, @new) = Any<(string, JsonNode)>(
        [
            ("type", Any(Enum.GetNames<DisputeType>())), ("peopleInvolved", Any(People)), ("areaCode", Any(Places)),
            ("receivedAt", matter.ReceivedAt.AddHours(chance.Next(-1_500, 600)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ]);
        return new() { ["field"] = field, ["old"] = matter.View[field]!.DeepClone(), ["new"] = @new, ["reason"] = "登记有误" };
    }

    static JsonObject Agreement(Matter matter, string form)
    {
        var parties = matter.Parties.ToList();
        var day = matter.LastStepOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var body = new JsonObject
        {
            ["form"] = form, ["terms"] = "乙方疏通水沟",
            ["obligations"] = new JsonArray(new JsonObject { ["debtorId"] = parties[1], ["creditorId"] = parties[0], ["act"] = "疏通水沟" }),
        };
        if (form == "Written")
        {
            body["signatures"] = Each(matter, id => new JsonObject { ["partyId"] = id, ["kind"] = "Signed", ["on"] = day });
            (body["mediatorSignedOn"], body["sealedOn"], body["confirmationTold"]) = (day, day, true);
        }
        return body;
    }

    static JsonArray Each(Matter matter, Func<Guid, JsonNode> told) => new([.. matter.Parties.Select(told)]);

    static JsonObject Party(string side, string name) => new() { ["side"] = side, ["kind"] = "Person", ["name"] = name };

    /// <summary>Who acts for an organisation or a place; where there is no demo account anybody tries, and is refused.</summary>
    string UserOf(string organisation) => organisation switch
    {
        _ when organisation.StartsWith("海口村", StringComparison.Ordinal) => "village",
        _ when organisation.StartsWith("红星村", StringComparison.Ordinal) => "village2",
        _ when organisation.StartsWith("海口镇", StringComparison.Ordinal) => "town",
        _ when organisation.StartsWith("十里铺", StringComparison.Ordinal) => "town2",
        _ when organisation.Contains("医疗", StringComparison.Ordinal) => "sector",
        _ when organisation.StartsWith("大观区", StringComparison.Ordinal) => "district",
        _ when organisation.StartsWith("3408031", StringComparison.Ordinal) => "town",
        _ when organisation.StartsWith("3408032", StringComparison.Ordinal) => "town2",
        _ when organisation.StartsWith("340803", StringComparison.Ordinal) => "district",
        _ => Any(Users),
    };

    void Count(string act) => Taken[act] = Taken.GetValueOrDefault(act) + 1;

    T Any<T>(IReadOnlyList<T> choices) => choices[chance.Next(choices.Count)];
}
