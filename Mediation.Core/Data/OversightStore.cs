using System.Globalization;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;

namespace Mediation.Core.Data;

/// <summary>The lists' index of what those above did; kept in the transaction of the step, and the same after a recomputation.</summary>
[Scoped]
public sealed class OversightStore(DbSession db)
{
    /// <summary>A condition on `oversight` for an area's rows, by the parameters First and End.</summary>
    public static string In(AreaLevel level) => AreaCondition.Of("oversight", level);

    /// <summary>The same on `supervision_card`.</summary>
    public static string CardsIn(AreaLevel level) => AreaCondition.Of("supervision_card", level);

    /// <summary>The same on `dispute`, for what is counted beside them.</summary>
    public static string DisputesIn(AreaLevel level) => AreaCondition.Of("dispute", level);

    public Task Keep(DisputeFile? before, DisputeFile after) => Keep(before is null ? null : OversightRow.Of(before), before is null ? [] : CardRow.Of(before), after);

    /// <summary>Enters one that was stored before there was this index.</summary>
    public async Task Renew(DisputeFile file)
    {
        await Forget(file);
        await db.Execute("delete from supervision_card where district_code = @District and dispute_id = @Id", new { District = file.Area.District.Value, file.Id });
        await Keep(null, [], file);
    }

    async Task Keep(OversightRow? old, IReadOnlyList<CardRow> cards, DisputeFile file)
    {
        var now = OversightRow.Of(file);
        if (old is not null && old != now)
            await Forget(file);
        if (now is not null && old != now)
            await db.Add(
                """
                insert into oversight (district_code, dispute_id, town_code, village_code, responsible_id, holder_id, since_day, on_ledger, major, petition,
                    leader, unit, person, listed, asked, cleared_on)
                values (@DistrictCode, @DisputeId, @TownCode, @VillageCode, @ResponsibleId, @HolderId, @SinceDay, @OnLedger, @Major, @Petition,
                    @Leader, @Unit, @Person, @Listed, @Asked, @ClearedOn)
                """, now);
        foreach (var card in CardRow.Of(file).Except(cards))
            await db.Add(
                """
                insert into supervision_card (district_code, id, dispute_id, town_code, village_code, to_id, kind, cause, due_on, standing, replied_on)
                values (@DistrictCode, @Id, @DisputeId, @TownCode, @VillageCode, @ToId, @Kind, @Cause, @DueOn, @Standing, @RepliedOn)
                on conflict (district_code, id) do update set town_code = excluded.town_code, village_code = excluded.village_code, standing = excluded.standing,
                    replied_on = excluded.replied_on
                """, card);
    }

    Task Forget(DisputeFile file) =>
        db.Execute("delete from oversight where district_code = @District and dispute_id = @Id", new { District = file.Area.District.Value, file.Id });
}

/// <summary>A matter that stands on the ledger, did so, or is listed or asked for more time.</summary>
sealed record OversightRow
{
    public required long DistrictCode { get; init; }
    public required Guid DisputeId { get; init; }
    public required long TownCode { get; init; }
    public required long VillageCode { get; init; }
    public required Guid ResponsibleId { get; init; }
    public required Guid HolderId { get; init; }

    /// <summary>yyyyMMdd.</summary>
    public required long SinceDay { get; init; }
    public required int OnLedger { get; init; }
    public required int Major { get; init; }
    public required int Petition { get; init; }
    public required int Leader { get; init; }
    public required int Unit { get; init; }
    public required int Person { get; init; }
    public required int Listed { get; init; }
    public required int Asked { get; init; }
    public DateOnly? ClearedOn { get; init; }

    public static OversightRow? Of(DisputeFile file)
    {
        var of = file.Oversight;
        if (file.Report.Excluded || !MajorLedger.IsOf(file) && of.StandingListing is null && of.PendingRequest is null)
            return null;
        var sponsorship = of.Sponsorship;
        return new OversightRow
        {
            DistrictCode = file.Area.District.Value, DisputeId = file.Id, TownCode = DisputeStore.TownOf(file), VillageCode = file.Area.Value,
            ResponsibleId = file.ResponsibleId, HolderId = file.HolderId,
            SinceDay = long.Parse(MajorLedger.Since(file).ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            OnLedger = Flag(MajorLedger.Holds(file)), Major = Flag(file.Report.Major), Petition = Flag(of.LongPetition is not null),
            Leader = Flag(sponsorship?.LeaderName is not null), Unit = Flag(sponsorship?.Unit is not null), Person = Flag(sponsorship?.Person is not null),
            Listed = Flag(of.StandingListing is not null), Asked = Flag(of.PendingRequest is not null), ClearedOn = of.Clearance?.On,
        };
    }

    static int Flag(bool holds) => holds ? 1 : 0;
}

sealed record CardRow
{
    public required long DistrictCode { get; init; }
    public required Guid Id { get; init; }
    public required Guid DisputeId { get; init; }
    public required long TownCode { get; init; }
    public required long VillageCode { get; init; }
    public required Guid ToId { get; init; }
    public required string Kind { get; init; }
    public required string Cause { get; init; }
    public required DateOnly DueOn { get; init; }
    public required int Standing { get; init; }
    public DateOnly? RepliedOn { get; init; }

    /// <summary>Of a voided or merged entry no card stands.</summary>
    public static IReadOnlyList<CardRow> Of(DisputeFile file) => [.. file.Oversight.Cards.Select(card => new CardRow
    {
        DistrictCode = file.Area.District.Value, Id = card.Id, DisputeId = file.Id, TownCode = DisputeStore.TownOf(file), VillageCode = file.Area.Value,
        ToId = card.ToId, Kind = card.Kind.ToString(), Cause = card.Cause.ToString(), DueOn = card.DueOn,
        Standing = card.IsOpen && !file.Report.Excluded ? 1 : 0, RepliedOn = card.Reply?.On,
    })];
}
