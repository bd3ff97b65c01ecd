using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Health;

/// <summary>How many things wait or are late in the whole installation; numbers alone, for whoever runs it.</summary>
public sealed record ReadGauges : IQuery<Gauges>;

/// <summary>Counts of one moment.</summary>
public sealed record Gauges
{
    /// <summary>Running clocks of law or local rule whose day is over.</summary>
    public required long LateClocks { get; init; }

    /// <summary>Open disputes whose next day is over.</summary>
    public required long LateDisputes { get; init; }

    /// <summary>Entries that wait on tablets to be sent, as the tablets last told.</summary>
    public required long SyncBacklog { get; init; }

    /// <summary>Entries that were refused and wait for a person at the tablet.</summary>
    public required long SyncAttention { get; init; }

    /// <summary>Tablets that were not heard of for as many days as are configured.</summary>
    public required long SilentDevices { get; init; }

    /// <summary>Exports that are not written yet.</summary>
    public required long WaitingExports { get; init; }
}

sealed class ReadGaugesHandler(DbSession db, DeviceSettings devices, TimeProvider clock) : IQueryHandler<ReadGauges, Gauges>
{
    const string Sql =
        """
        select
            (select count(*) from clock_reminder where due_on < @Today and duty = 1) as late_clocks,
            (select count(*) from dispute where closed_at is null and due_on < @Today) as late_disputes,
            (select cast(coalesce(sum(pending), 0) as bigint) from device where revoked_at is null) as sync_backlog,
            (select cast(coalesce(sum(attention), 0) as bigint) from device where revoked_at is null) as sync_attention,
            (select count(*) from device where revoked_at is null and last_contact_at <= @SilentSince) as silent_devices,
            (select count(*) from export_job where finished_at is null) as waiting_exports
        """;

    public async Task<Gauges> Handle(ReadGauges query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (await db.Find<Gauges>(Sql, new { Today = Shanghai.DateOf(now), SilentSince = now.AddDays(-devices.SilentDays) }, ct))!;
    }
}
