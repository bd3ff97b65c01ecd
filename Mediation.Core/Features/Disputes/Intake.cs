using System.Security.Cryptography;
using System.Text;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Parties;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Makes a dispute file from what was told, with the defaults that a person can correct.</summary>
[Scoped]
public sealed class Intake(CurrentUser user, AreaStore areas, Router router, MediatorStore mediators, OrganisationStore organisations)
{
    /// <summary>The place, if it is in the person's scope and on the map.</summary>
    public async Task<AreaCode> RequireArea(IntakeBody body)
    {
        var area = body.AreaCode!.Value;
        if (!user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var known = await areas.Find(area);
        if (known is null)
            throw new RuleViolationException("area.unknown", $"{area} is on no list of areas.", "areas", "areaCode");
        if (known.ValidTo is { } end && Shanghai.DateOf(body.ReceivedAt ?? DateTimeOffset.MaxValue.AddDays(-1)) > end)
            throw new RuleViolationException("area.abolished", $"{known.Name} was abolished on {end:yyyy-MM-dd}; its successor is {known.Successor}.", "areas", "areaCode");
        return area;
    }

    public async Task RequirePerformer(IntakeBody body, string field)
    {
        if (body.PerformedBy is { } performer && await mediators.Get(performer) is null)
            throw new RuleViolationException("mediator.unknown", "There is no such mediator.", "registry", field);
    }

    public async Task<(DisputeFile File, RoutingView Proposal)> File(Guid id, IntakeBody body, Step step)
    {
        await RequirePerformer(body, "performedBy");
        var (answering, tier) = await Answering(body);
        var receivedAt = DateTimeOffset.FromUnixTimeMilliseconds((body.ReceivedAt ?? step.Now).ToUnixTimeMilliseconds());
        IReadOnlyList<Party> parties = [.. body.Parties!.Select((party, index) => ToParty(party, NameBasedId(id, index)))];
        var file = new DisputeFile
        {
            Id = id, Area = body.AreaCode!.Value, Type = body.Type!.Value, Subtype = body.Subtype, Risks = [.. body.Risks!.Distinct()], Level = RiskLevel.Green,
            Parties = parties, Subject = Trimmed(body.Subject) ?? DefaultSubject(body.Type.Value, parties), Summary = Trimmed(body.Summary), Place = Trimmed(body.Place),
            OccurredOn = body.OccurredOn ?? Shanghai.DateOf(receivedAt), ReceivedAt = receivedAt,
            Source = body.Source ?? (body.ReferredBy is null ? Source.PartyApplication : Source.EntrustedReferral), ReferredBy = body.ReferredBy,
            ReferralNumber = Trimmed(body.ReferralNumber), Channel = body.Channel ?? IntakeChannel.WalkIn, Amount = body.Amount,
            PeopleInvolved = body.PeopleInvolved ?? Math.Max(2, parties.Count), PerformedBy = body.PerformedBy, RegisteredBy = step.ActorId,
            Tier = tier, ResponsibleId = answering, HolderId = answering, Status = DisputeStatus.Registered,
            LastStepOn = Shanghai.DateOf(receivedAt), StatusSince = Shanghai.DateOf(receivedAt), LastActor = step.ActorId, LastEntryAt = step.Now,
            Routing = new RoutingRecord { Tier = tier, Target = Domain.Routing.RoutingTarget.Committee, RuleSetVersion = "", Rules = [] },
            Report = new ReportFacts { Type = body.Type.Value, ReceivedOn = Shanghai.DateOf(receivedAt), Tier = tier, People = 1 },
        };
        var chosen = body.Override is { } decision
            ? new RoutingOverride(decision.Tier!.Value, decision.OrganisationId ?? answering, decision.Reason!)
            : null;
        return await router.Route(file, chosen, body.RequestedTier, body.SectorRequested ?? false);
    }

    /// <summary>
    /// Who registers answers. A sheet that a centre enters for a mediator of a committee below it is that committee's, as if it had been written on a
    /// tablet: it counts in its column and takes its number.
    /// </summary>
    async Task<(Guid Id, Tier Tier)> Answering(IntakeBody body)
    {
        var own = (user.Account.OrganisationId, user.Account.Tier);
        if (body.PerformedBy is not { } performer || !user.Account.SeesArea || !user.Account.May(Permission.Direct))
            return own;
        return await mediators.Get(performer) is { } mediator && await organisations.Get(mediator.OrganisationId) is { DissolvedOn: null, Types.Count: 0 } committee
            && committee.Tier < user.Account.Tier && user.Account.Area.Holds(committee.Area) && committee.Area.Holds(body.AreaCode!.Value) ? (committee.Id, committee.Tier) : own;
    }

    public static Party ToParty(PartyBody body, Guid id) => new()
    {
        Id = body.Id ?? id, Side = body.Side!.Value, Kind = body.Kind!.Value, Name = Trimmed(body.Name), Description = Trimmed(body.Description),
        IdentityBasis = body.IdentityBasis ?? IdentityBasis.Unknown,
        IdType = body.IdType ?? (body.IdNumber is null ? null : body.Kind == PartyKind.Person ? IdType.ResidentId : IdType.UnifiedSocialCreditCode),
        IdNumber = Normalised(body), Contact = Trimmed(body.Contact), Phone = body.Phone is { } phone ? Phone.Normalise(phone) : null, Address = Trimmed(body.Address),
        Area = body.AreaCode, Capacity = body.Capacity ?? PartyCapacity.Adult, GuardianName = Trimmed(body.GuardianName), Needs = [.. (body.Needs ?? []).Distinct()],
        Protected = body.Protected ?? false,
    };

    static string? Normalised(PartyBody body) => body switch
    {
        { IdNumber: null } => null,
        { IdType: IdType.Passport or IdType.ResidencePermit or IdType.Other } => body.IdNumber.Trim(),
        { Kind: PartyKind.Organization } => OrganisationCode.Normalise(body.IdNumber),
        _ => ResidentId.Normalise(body.IdNumber),
    };

    /// <summary>A与B邻里纠纷, cut to what a ledger column holds.</summary>
    static string DefaultSubject(DisputeType type, IReadOnlyList<Party> parties)
    {
        string Of(PartySide side) => parties.FirstOrDefault(p => p.Side == side) is { } party ? party.Name ?? "不详" : "不详";
        var subject = $"{Of(PartySide.Applicant)}与{Of(PartySide.Respondent)}{DisputeTypeNames.Chinese(type)}";
        // Never between the two halves of a character.
        return subject.Length <= 50 ? subject : subject[..(char.IsHighSurrogate(subject[49]) ? 49 : 50)];
    }

    // The same body gives the same ids, so that an offline client can compute them.
    static Guid NameBasedId(Guid dispute, int index) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{dispute:D}/party/{index}")).AsSpan(0, 16), bigEndian: true);

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
