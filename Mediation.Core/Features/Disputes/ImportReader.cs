using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using FluentValidation.Results;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Turns lines of an old ledger into registrations; it knows the words, the places and the mediators of the one who imports.</summary>
sealed class ImportReader(Account account, byte[] key, ImportWords words, IReadOnlySet<AreaCode> areas, ILookup<string, RegisteredMediator> mediators)
{
    readonly Dictionary<Guid, RegisteredMediator> byId = mediators.SelectMany(same => same).ToDictionary(mediator => mediator.Id);

    /// <summary>The registration that a line tells, and what is wrong with the line before any rule is asked.</summary>
    public ImportedEntry Read(ImportedLine line)
    {
        if (!line.IsWhole)
            return new ImportedEntry(line.Number, new RegisterDispute(), [new ImportFault(line.Number, "", "columns")]);
        var faults = line.Unreadable().Select(column => new ImportFault(line.Number, column, "characters")).ToList();
        var area = Value<AreaCode>("areaCode", text => AreaCode.TryParse(text, out var code) && code.Level >= AreaLevel.District ? code : null, "code");
        if (area is { } place && (!account.Area.Holds(place) || !areas.Contains(place)))
            Fault("areaCode", "unknown");
        var performance = Value<SpotPerformance>("performance", words.Member<SpotPerformance>, "unknown");
        return new ImportedEntry(line.Number, new RegisterDispute
        {
            DisputeId = Id(), Digest = line.Digest(key), Type = Value<DisputeType>("type", words.Member<DisputeType>, "unknown"), Subtype = line["subtype"], AreaCode = area,
            Risks = [.. ImportWords.Parts(line["risks"]).Where(part => part.Length > 0 && part is not "无").Select(RiskOf).OfType<Risk>()],
            Parties = [.. Parties("applicant", PartySide.Applicant), .. Parties("respondent", PartySide.Respondent), .. Parties("thirdParty", PartySide.ThirdParty)],
            Subject = line["subject"], Summary = line["summary"], Place = line["place"], OccurredOn = Value<DateOnly>("occurredOn", ImportWords.Day, "date"),
            ReceivedAt = Value<DateTimeOffset>("receivedAt", ImportWords.Instant, "date"), Source = Value<Source>("source", words.Member<Source>, "unknown"),
            ReferredBy = Value<ReferringOrgan>("referredBy", words.Member<ReferringOrgan>, "unknown"), ReferralNumber = line["referralNumber"],
            Channel = IntakeChannel.Import, Amount = Value<decimal>("amount", ImportWords.Amount, "number"),
            PeopleInvolved = Value<int>("peopleInvolved", ImportWords.Count, "number"), PerformedBy = Performer(),
            Settlement = line["terms"] is null && performance is null ? null
                : new SettlementBody { Terms = line["terms"], Performance = performance, FormSerial = line["formSerial"] },
        }, faults);

        void Fault(string column, string code) => faults.Add(new ImportFault(line.Number, column, code));

        T? Value<T>(string column, Func<string, T?> read, string code) where T : struct
        {
            if (line[column] is not { } text)
                return null;
            var value = read(text);
            if (value is null)
                Fault(column, code);
            return value;
        }

        Risk? RiskOf(string text)
        {
            var risk = words.Member<Risk>(text);
            if (risk is null)
                Fault("risks", "unknown");
            return risk;
        }

        Guid Id()
        {
            if (line["id"] is null && line["number"] is null)
                Fault("number", "required");
            return Value<Guid>("id", text => Guid.TryParse(text, out var id) && id != Guid.Empty ? id : null, "id") ?? IdOf(account.OrganisationId, line["number"] ?? "");
        }

        // A clerk knows names, not ids; of two of one name the one who answers for the place is meant.
        Guid? Performer()
        {
            if (line["performedBy"] is not { } text)
                return null;
            if (Guid.TryParse(text, out var id) && byId.ContainsKey(id))
                return id;
            RegisteredMediator[] found = [.. mediators[text]];
            if (found.Length > 1 && area is { } where)
                found = [.. found.Where(mediator => mediator.Area.Holds(where))];
            if (found.Length != 1)
                Fault("performedBy", found.Length == 0 ? "unknown" : "ambiguous");
            return found.Length == 1 ? found[0].Id : null;
        }

        IEnumerable<PartyBody> Parties(string side, PartySide of)
        {
            var names = ImportWords.Parts(line[side]);
            var (kinds, numbers, phones) = (Told("Kind"), Told("IdNumber"), Told("Phone"));
            var (addresses, capacities) = (Told("Address"), Told("Capacity"));
            return names.Select((name, at) => new PartyBody
            {
                Side = of, Kind = Word<PartyKind>("Kind", kinds, at) ?? PartyKind.Person, Name = name is "不详" ? null : name,
                Description = name is "不详" ? name : null, IdNumber = Text(numbers, at), Phone = Text(phones, at), Address = Text(addresses, at),
                Capacity = Word<PartyCapacity>("Capacity", capacities, at),
            });

            string[] Told(string ending)
            {
                var parts = ImportWords.Parts(line[side + ending]);
                if (parts.Length > 0 && parts.Length != names.Length)
                    Fault(side + ending, "count");
                return parts;
            }

            static string? Text(string[] parts, int at) => parts.ElementAtOrDefault(at) is { Length: > 0 } text ? text : null;

            T? Word<T>(string ending, string[] parts, int at) where T : struct, Enum
            {
                var word = Text(parts, at) is { } text ? words.Member<T>(text) : null;
                if (word is null && Text(parts, at) is not null)
                    Fault(side + ending, "unknown");
                return word;
            }
        }
    }

    /// <summary>
    /// The same office and number give the same id, so that a file may come again. It sorts before every id that is made of the present time, and
    /// neighbours in a ledger are neighbours on the disk: first the office, then the digits of the number, then a digest of both.
    /// </summary>
    static Guid IdOf(Guid organisation, string number)
    {
        Span<byte> id = stackalloc byte[16];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{organisation:D}/ledger/{number}")).AsSpan(0, 16).CopyTo(id);
        id[0] = 0;
        id[1] = SHA256.HashData(organisation.ToByteArray())[0];
        var digits = number.Where(char.IsAsciiDigit).Aggregate(0u, (sum, digit) => unchecked(sum * 10 + (uint)(digit - '0')));
        BinaryPrimitives.WriteUInt32BigEndian(id[2..], digits);
        id[6] = (byte)(id[6] & 0x0F | 0x80);        // version 8: made by the program's own rule
        id[8] = (byte)(id[8] & 0x3F | 0x80);
        return new Guid(id, bigEndian: true);
    }
}

/// <summary>A registration with its line.</summary>
sealed record ImportedEntry(int Line, RegisterDispute Registration, IReadOnlyList<ImportFault> Faults)
{
    /// <summary>The faults of the line, or else those that the ordinary validator finds in the registration.</summary>
    public IEnumerable<ImportFault> Check(IValidator<RegisterDispute> validator) =>
        Faults.Count > 0 ? Faults : validator.Validate(Registration).Errors.Select(failure => new ImportFault(Line, Column(failure), Code(failure))).Distinct();

    /// <summary>The column of a property of the body.</summary>
    string Column(ValidationFailure failure)
    {
        var path = failure.PropertyName.Split('.');
        if (path[0].StartsWith("Parties[", StringComparison.Ordinal) && int.TryParse(path[0]["Parties[".Length..^1], out var at))
            return Registration.Parties![at].Side switch { PartySide.Respondent => "respondent", PartySide.ThirdParty => "thirdParty", _ => "applicant" } + path[^1] switch
            {
                "IdNumber" or "Phone" or "Address" => path[^1],
                _ => "",
            };
        return path[^1] == "Parties" ? "applicant" : char.ToLowerInvariant(path[^1][0]) + path[^1][1..];
    }

    // The library's own codes are named after its classes.
    static string Code(ValidationFailure failure) => failure.ErrorCode switch
    {
        "NotNullValidator" or "NotEmptyValidator" => "required",
        "LengthValidator" or "MaximumLengthValidator" => "length",
        var other when other.EndsWith("Validator", StringComparison.Ordinal) => "range",
        var own => own,
    };
}
