using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Data;

/// <summary>Accounts are blocked, never deleted: old entries keep their author.</summary>
[Scoped]
public sealed class AccountStore(DbSession db, ReferenceCache cache)
{
    /// <summary>Why an account is blocked when its mediator leaves or is suspended; the reason itself stands in the registry.</summary>
    public const string BlockedWithMediator = "mediator";

    const string Select =
        """
        select account.id, account.user_name, account.display_name, account.roles, account.organisation_id, account.mediator_id, account.password_hash,
            account.stamp, account.failures, account.locked_until, account.blocked_at,
            organisation.name as organisation_name, organisation.kind, organisation.tier, organisation.area_code
        from account
        join organisation on organisation.id = account.organisation_id
        """;

    public Task<AccountRow?> ByName(string userName, CancellationToken ct = default) =>
        db.Find<AccountRow>($"{Select} where account.user_name = @userName", new { userName }, ct);

    public Task<AccountRow?> ById(Guid id, CancellationToken ct = default) => db.Find<AccountRow>($"{Select} where account.id = @id", new { id }, ct);

    /// <summary>Who stands behind a ticket, asked for with every request; the count of failed sign-ins may be an older one.</summary>
    public async Task<AccountRow?> OfTicket(Guid id, CancellationToken ct = default) => await cache.Get(db, new Ticket(id), () => ById(id, ct), ct);

    public async Task<bool> Any() => await db.Find<long?>("select 1 from account limit 1") is not null;

    public Task Add(Guid id, string userName, string displayName, IEnumerable<Role> roles, Guid organisationId, Guid? mediatorId, string passwordHash) =>
        db.Execute(
            """
            insert into account (id, user_name, display_name, roles, organisation_id, mediator_id, password_hash, stamp)
            values (@id, @userName, @displayName, @roles, @organisationId, @mediatorId, @passwordHash, @stamp)
            """,
            new { id, userName, displayName, roles = string.Join(',', roles), organisationId, mediatorId, passwordHash, stamp = Guid.NewGuid() });

    /// <summary>A changed account gets a new stamp, which ends its sessions.</summary>
    public Task Save(Guid id, string userName, string displayName, IEnumerable<Role> roles, Guid organisationId, Guid? mediatorId, string passwordHash) =>
        db.Execute(
            """
            insert into account (id, user_name, display_name, roles, organisation_id, mediator_id, password_hash, stamp)
            values (@id, @userName, @displayName, @roles, @organisationId, @mediatorId, @passwordHash, @stamp)
            on conflict (id) do update set user_name = excluded.user_name, display_name = excluded.display_name, roles = excluded.roles,
                organisation_id = excluded.organisation_id, mediator_id = excluded.mediator_id, password_hash = excluded.password_hash, stamp = excluded.stamp
            """,
            new { id, userName, displayName, roles = string.Join(',', roles), organisationId, mediatorId, passwordHash, stamp = Guid.NewGuid() });

    public Task SetPassword(Guid id, string passwordHash) => db.Execute(
        "update account set password_hash = @passwordHash, stamp = @stamp where id = @id", new { id, passwordHash, stamp = Guid.NewGuid() });

    public Task Block(Guid id, DateTimeOffset? blockedAt, string reason) => db.Execute(
        "update account set blocked_at = @blockedAt, blocked_reason = @reason, failures = 0, locked_until = null, stamp = @stamp where id = @id",
        new { id, blockedAt, reason, stamp = Guid.NewGuid() });

    /// <summary>The accounts of an area's organisations, by name.</summary>
    public Task<IReadOnlyList<AccountRow>> Under(AreaCode area, string after, int take, CancellationToken ct = default) => db.Query<AccountRow>(
        $"""
        {Select}
        where organisation.area_code >= @First and organisation.area_code < @End and account.user_name > @after
        order by account.user_name
        limit @take
        """, new { First = area.Value, End = area.End.Value, after, take }, ct);

    public Task CountFailure(Guid id, int failures, DateTimeOffset? lockedUntil) =>
        db.Execute("update account set failures = @failures, locked_until = @lockedUntil where id = @id", new { id, failures, lockedUntil });

    /// <summary>A blocked account keeps its entries and loses its sessions at once.</summary>
    public Task BlockOfMediator(Guid mediatorId, string reason, DateTimeOffset now) => db.Execute(
        "update account set blocked_at = @now, blocked_reason = @reason, stamp = @stamp where mediator_id = @mediatorId and blocked_at is null",
        new { mediatorId, reason, now, stamp = Guid.NewGuid() });

    /// <summary>Who is back in office may sign in again; a block for another cause stays.</summary>
    public Task UnblockOfMediator(Guid mediatorId) => db.Execute(
        "update account set blocked_at = null, blocked_reason = null where mediator_id = @mediatorId and blocked_reason = @reason",
        new { mediatorId, reason = BlockedWithMediator });
}

sealed record Ticket(Guid AccountId);

/// <summary>An account with what signing in needs to know.</summary>
public sealed record AccountRow
{
    public required Guid Id { get; init; }
    public required string UserName { get; init; }
    public required string DisplayName { get; init; }
    public required string Roles { get; init; }
    public required Guid OrganisationId { get; init; }
    public Guid? MediatorId { get; init; }
    public required string PasswordHash { get; init; }
    public required Guid Stamp { get; init; }
    public required int Failures { get; init; }
    public DateTimeOffset? LockedUntil { get; init; }
    public DateTimeOffset? BlockedAt { get; init; }
    public required string OrganisationName { get; init; }
    public required string Kind { get; init; }
    public required string Tier { get; init; }
    public required long AreaCode { get; init; }

    public Account ToAccount() => new()
    {
        Id = Id, UserName = UserName, DisplayName = DisplayName, Roles = [.. Roles.Split(',').Select(Enum.Parse<Role>)], OrganisationId = OrganisationId,
        OrganisationName = OrganisationName, OrganisationKind = Enum.Parse<OrganisationKind>(Kind), Tier = Enum.Parse<Domain.Tier>(Tier),
        Area = new AreaCode(AreaCode), MediatorId = MediatorId,
    };
}
