namespace Mediation.Core.Data;

/// <summary>Who looked at what, for the auditor. Reads are posted without waiting; reveals and exports wait for the commit.</summary>
[Scoped]
public sealed class AccessLog(IDatabase database, DbSession db)
{
    const string Insert =
        """
        insert into access_log (id, at, account_id, organisation_id, kind, district_code, dispute_id, detail)
        values (@Id, @At, @AccountId, @OrganisationId, @Kind, @DistrictCode, @DisputeId, @Detail)
        """;

    public void Post(AccessRow row) => database.Post(Insert, row);

    public Task Add(AccessRow row) => db.Execute(Insert, row);
}

/// <summary>One look at personal data: Read, Reveal, Export, Paper or Erase.</summary>
public sealed record AccessRow
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Kind { get; init; }
    public long? DistrictCode { get; init; }
    public Guid? DisputeId { get; init; }
    public string? Detail { get; init; }
}
