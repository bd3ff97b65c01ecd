using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>Puts a matter on the ledger. One known party is enough; two identified sides are asked at acceptance.</summary>
    public static Dispute Register(DisputeFile file, bool major, Step step)
    {
        RefuseFuture(file.OccurredOn, step, "occurredOn");
        if (file.ReceivedAt > step.Now.AddHours(24))
            throw new RuleViolationException("date.in-future", "Received more than 24 hours ahead.", "event dates", "receivedAt");
        if (!file.Parties.Any(p => p.IsIdentified || !string.IsNullOrWhiteSpace(p.Description)))
            throw new RuleViolationException("parties.none", "At least one party needs a name or a description.", "domain 12", "parties");
        if (file.Source == Source.EntrustedReferral && file.ReferredBy is null)
            throw new RuleViolationException("referral.organ-missing", "An entrusted matter names the organ that sent it.", "司法部统计表", "referredBy");

        var receivedOn = Shanghai.DateOf(file.ReceivedAt);
        var report = new ReportFacts
        {
            Type = file.Type, Subtype = file.Subtype, ReceivedOn = receivedOn, Tier = file.Tier, People = file.PeopleInvolved, Major = major,
        };
        var registered = file with
        {
            Report = report,
            Status = DisputeStatus.Registered,
            LastStepOn = receivedOn,
            StatusSince = receivedOn,
            LastActor = step.ActorId,
            LastEntryAt = step.Now,
            RegisteredBy = step.ActorId,
        };
        var dispute = new Dispute(registered, 0);
        dispute.Write(JournalEvent.Registered, step with { On = receivedOn }, registered, RegistrationFacts(registered), RegistrationTexts(registered));
        return dispute;
    }

    /// <summary>The same new matter once more, as if nothing had been done with it since its registration.</summary>
    public Dispute Again()
    {
        var again = new Dispute(Before, Version);
        again.news.Add(news[0]);
        return again;
    }

    static JsonObject RegistrationFacts(DisputeFile file) => new()
    {
        ["type"] = file.Type.ToString(),
        ["subtype"] = file.Subtype,
        ["area"] = file.Area.ToString(),
        ["tier"] = file.Tier.ToString(),
        ["responsible"] = file.ResponsibleId.ToString(),
        ["level"] = file.Level.ToString(),
        ["risks"] = Names(file.Risks),
        ["source"] = file.Source.ToString(),
        ["channel"] = file.Channel.ToString(),
        ["occurredOn"] = file.OccurredOn.ToString("yyyy-MM-dd", null),
        ["people"] = file.PeopleInvolved,
        ["amount"] = file.Amount,
        ["parties"] = new JsonArray([.. file.Parties.Select(p => new JsonObject { ["id"] = p.Id.ToString(), ["side"] = p.Side.ToString() })]),
        ["ruleSet"] = file.Routing.RuleSetVersion,
        ["proposedTier"] = file.Routing.Tier.ToString(),
        ["overridden"] = file.Routing.Override is not null,
        ["visit"] = file.VisitId?.ToString(),
        ["leads"] = file.Leads.Count == 0 ? null : Names(file.Leads),
    };

    static Dictionary<string, string?> RegistrationTexts(DisputeFile file)
    {
        var texts = new Dictionary<string, string?>
        {
            ["subject"] = file.Subject, ["summary"] = file.Summary, ["place"] = file.Place, ["overrideReason"] = file.Routing.Override?.Reason,
        };
        foreach (var party in file.Parties)
            AddTexts(texts, party);
        return texts;
    }

    static void AddTexts(Dictionary<string, string?> texts, Party party)
    {
        texts[$"party.{party.Id}.name"] = party.Name;
        texts[$"party.{party.Id}.description"] = party.Description;
        texts[$"party.{party.Id}.idNumber"] = party.IdNumber;
        texts[$"party.{party.Id}.phone"] = party.Phone;
        texts[$"party.{party.Id}.contact"] = party.Contact;
        texts[$"party.{party.Id}.address"] = party.Address;
        texts[$"party.{party.Id}.guardianName"] = party.GuardianName;
    }
}
