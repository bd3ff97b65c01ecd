using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentValidation;
using FluentValidation.Results;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Parties;

namespace Mediation.Core.Features.Disputes;

/// <summary>Applies a correction to a copy of the file, as checked as if it had been told so at intake.</summary>
[Scoped]
public sealed class Corrections(Intake intake, TimeProvider clock)
{
    static readonly string[] Facts =
    [
        "type", "subtype", "areaCode", "risks", "subject", "summary", "place", "occurredOn", "receivedAt", "source", "referredBy", "referralNumber", "channel",
        "amount", "peopleInvolved", "performedBy",
    ];

    static readonly string[] PersonalFacts = ["subject", "summary", "place"];

    static readonly string[] PartyFacts =
    [
        "name", "description", "identityBasis", "idType", "idNumber", "contact", "phone", "address", "areaCode", "capacity", "guardianName", "needs", "side", "kind", "protected",
    ];

    // As strict as a body over HTTP: storage would take a number for an enum and text for a number.
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict, Converters = { new JsonStringEnumConverter(allowIntegerValues: false), new AreaCodeJson() },
    };

    public static bool IsPersonal(string field) => PersonalFacts.Contains(field) || field.StartsWith("parties.", StringComparison.Ordinal);

    public async Task<(DisputeFile File, string? Old, string? New)> Apply(DisputeFile file, string field, JsonNode? old, JsonNode? @new)
    {
        var (place, index) = Locate(file, field);
        var body = JsonNode.Parse(StorageJson.Write(BodyOf(file)))!;
        var holder = index is { } party ? body["parties"]![party]! : body;
        var current = holder[place];
        if (!Matches(place, current, old))
            throw new RuleViolationException("correction.old-differs", "The old value is not what stands there.", "putting right", "old");
        holder[place] = @new?.DeepClone();
        var told = Told(body);
        Check(told);
        await intake.RequirePerformer(told, "new");
        var area = await intake.RequireArea(told);
        if (area.District != file.Area.District)
            throw new RuleViolationException("correction.other-district", "Another district's matter is voided here and registered there.", "contract 6", "new");
        return (WithBody(file, told), Plain(current), Plain(@new));
    }

    void Check(IntakeBody told)
    {
        var failures = new IntakeValidator(clock).Validate(told).Errors.Select(f => f.ErrorMessage).ToList();
        // What had a default at intake has a value by now, and keeps one.
        if (told is not { OccurredOn: not null, ReceivedAt: not null, Source: not null, Channel: not null, PeopleInvolved: not null })
            failures.Add("This fact cannot be empty.");
        if (failures.Count > 0)
            throw new ValidationException(failures.Select(message => new ValidationFailure("new", message)));
    }

    static IntakeBody Told(JsonNode body)
    {
        try
        {
            return body.Deserialize<IntakeBody>(Strict)!;
        }
        catch (JsonException)
        {
            throw new ValidationException([new ValidationFailure("new", "This value is not of the kind that is expected here.")]);
        }
    }

    static (string Field, int? Party) Locate(DisputeFile file, string field)
    {
        if (Facts.Contains(field))
            return (field, null);
        var parts = field.Split('.');
        if (parts is ["parties", var id, var fact] && PartyFacts.Contains(fact) && Guid.TryParse(id, out var partyId))
            for (var index = 0; index < file.Parties.Count; index++)
                if (file.Parties[index].Id == partyId)
                    return (fact, index);
        throw new RuleViolationException("correction.unknown-field", $"'{field}' is no fact that can be corrected.", "putting right", "field");
    }

    // What a person saw may be the masked form.
    static bool Matches(string field, JsonNode? current, JsonNode? old)
    {
        if (JsonNode.DeepEquals(current, old) || Plain(current) == Plain(old))
            return true;
        if (field == "receivedAt")
            return DateTimeOffset.TryParse(Plain(current), CultureInfo.InvariantCulture, out var stored)
                && DateTimeOffset.TryParse(Plain(old), CultureInfo.InvariantCulture, out var seen) && stored == seen;
        if (field == "amount" && current is not null && old is not null)
            return decimal.TryParse(Plain(current), CultureInfo.InvariantCulture, out var one)
                && decimal.TryParse(Plain(old), CultureInfo.InvariantCulture, out var other) && one == other;
        return Plain(current) is { } text && Plain(old) == field switch
        {
            "idNumber" => Masking.IdNumber(text),
            "phone" => Masking.Phone(text),
            "address" => Masking.Address(text),
            "contact" => Masking.Name(text),
            _ => null,
        };
    }

    static string? Plain(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(StorageJson.Options),
    };

    static IntakeBody BodyOf(DisputeFile file) => new()
    {
        Type = file.Type, Subtype = file.Subtype, AreaCode = file.Area, Risks = file.Risks, Subject = file.Subject, Summary = file.Summary, Place = file.Place,
        OccurredOn = file.OccurredOn, ReceivedAt = file.ReceivedAt, Source = file.Source, ReferredBy = file.ReferredBy, ReferralNumber = file.ReferralNumber,
        Channel = file.Channel, Amount = file.Amount, PeopleInvolved = file.PeopleInvolved, PerformedBy = file.PerformedBy,
        Parties = [.. file.Parties.Select(p => new PartyBody
        {
            Id = p.Id, Side = p.Side, Kind = p.Kind, Name = p.Name, Description = p.Description, IdentityBasis = p.IdentityBasis, IdType = p.IdType, IdNumber = p.IdNumber,
            Contact = p.Contact, Phone = p.Phone, Address = p.Address, AreaCode = p.Area, Capacity = p.Capacity, GuardianName = p.GuardianName, Needs = p.Needs,
            Protected = p.Protected,
        })],
    };

    static DisputeFile WithBody(DisputeFile file, IntakeBody told) => file with
    {
        Type = told.Type!.Value,
        Subtype = told.Subtype,
        Area = told.AreaCode!.Value,
        Risks = told.Risks!,
        Subject = told.Subject,
        Summary = told.Summary,
        Place = told.Place,
        OccurredOn = told.OccurredOn!.Value,
        ReceivedAt = told.ReceivedAt!.Value,
        Source = told.Source!.Value,
        ReferredBy = told.ReferredBy,
        ReferralNumber = told.ReferralNumber,
        Channel = told.Channel!.Value,
        Amount = told.Amount,
        PeopleInvolved = told.PeopleInvolved!.Value,
        PerformedBy = told.PerformedBy,
        Parties = [.. file.Parties.Zip(told.Parties!, Kept)],
    };

    /// <summary>What was told of the party, with what happened to it since.</summary>
    static Party Kept(Party before, PartyBody body) => Intake.ToParty(body, before.Id) with
    {
        Notice = before.Notice,
        Removal = before.Removal,
        Stances = before.Stances,
        Agents = before.Agents,
        // Another name is another spelling of the same guardian; none at all is no guardian.
        Guardian = before.Guardian is { } guardian && !string.IsNullOrWhiteSpace(body.GuardianName) ? guardian with { Name = body.GuardianName.Trim() } : null,
    };
}
