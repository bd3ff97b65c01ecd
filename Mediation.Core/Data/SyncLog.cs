using Mediation.Core.Domain.Access;

namespace Mediation.Core.Data;

/// <summary>Keeps what was not simply carried out, and what was decided by other rules than those in force.</summary>
[Scoped]
public sealed class SyncLog(DbSession db)
{
    public Task Keep(Account account, SyncEntryRow row) => db.Execute(
        """
        insert into sync_entry (district_code, command_id, device_id, account_id, kind, answer, code, rule_set, device_time, received_at)
        values (@District, @CommandId, @DeviceId, @AccountId, @Kind, @Answer, @Code, @RuleSet, @DeviceTime, @ReceivedAt)
        on conflict (district_code, command_id, device_id) do update set answer = excluded.answer, code = excluded.code, received_at = excluded.received_at
        """, new
        {
            District = account.Area.District.Value, AccountId = account.Id, row.CommandId, row.DeviceId, row.Kind, row.Answer, row.Code, row.RuleSet, row.DeviceTime,
            row.ReceivedAt,
        });
}

public sealed record SyncEntryRow
{
    public required Guid CommandId { get; init; }
    public required Guid DeviceId { get; init; }
    public required string Kind { get; init; }
    public required string Answer { get; init; }
    public string? Code { get; init; }
    public string? RuleSet { get; init; }
    public DateTimeOffset? DeviceTime { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}
