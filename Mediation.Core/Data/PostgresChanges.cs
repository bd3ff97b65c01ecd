using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Mediation.Core.Domain.Areas;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Mediation.Core.Data;

/// <summary>
/// Tells the other processes on this server what this one has committed, and hears what they tell, on one connection each. It is told after the commit and
/// many changes at once: a transaction that notifies takes a lock of the whole server until it is on disk, so that commits would follow one another.
/// What a broken connection may have missed is told to those who watch as something missed.
/// </summary>
sealed class PostgresChanges(PostgresSources sources, ChangeHub hub, ILogger log) : IAsyncDisposable
{
    const string Channel = "mediation_change";
    const int Waiting = 4_096;

    /// <summary>The server takes 7,999 bytes; each change is a few hundred.</summary>
    const int Longest = 7_000;

    static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    readonly string self = Guid.NewGuid().ToString("N");
    readonly Channel<DisputeChange> told = System.Threading.Channels.Channel.CreateBounded<DisputeChange>(Waiting);
    readonly CancellationTokenSource ending = new();
    Task running = Task.CompletedTask;
    volatile bool lost;
    int ended;

    public void Start() => running = Task.WhenAll(Repeat(Listen), Repeat(TellOn));

    /// <summary>Never waits: who watches also asks by himself, from time to time.</summary>
    public void Tell(IReadOnlyList<DisputeChange> changes)
    {
        foreach (var change in changes)
            lost |= !told.Writer.TryWrite(change);
    }

    /// <summary>May be asked for again: a host disposes of what it has stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref ended, 1) == 1)
            return;
        await ending.CancelAsync();
        await running;
        ending.Dispose();
    }

    async Task Repeat(Func<CancellationToken, Task> work)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await work(ending.Token);
            }
            catch (Exception failure)
            {
                if (ending.IsCancellationRequested)
                    return;
                log.LogWarning(failure, "The line for live changes broke and is made anew");
                await Task.Delay(Again, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task Listen(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(sources.ConnectionString)
        {
            Pooling = false, KeepAlive = 30, MaxAutoPrepare = 0, ApplicationName = "mediation changes",
        }.ConnectionString);
        var heard = new List<Message>();
        connection.Notification += (_, notice) => heard.Add(JsonSerializer.Deserialize<Message>(notice.Payload)!);
        await connection.OpenAsync(ct);
        await using (var command = new NpgsqlCommand($"listen {Channel}", connection))
            await command.ExecuteNonQueryAsync(ct);
        // Nobody knows what was told before.
        hub.Miss();
        while (true)
        {
            await connection.WaitAsync(ct);
            await PassOn(heard.Where(message => message.From != self).ToList(), ct);
            heard.Clear();
        }
    }

    async Task PassOn(List<Message> messages, CancellationToken ct)
    {
        if (messages.Count == 0)
            return;
        // Who is told now reads next, and a standby may not have it yet.
        await sources.Note(ct);
        foreach (var message in messages)
        {
            if (message.Changes.Count == 0)
                hub.Miss();
            hub.Publish([.. message.Changes.Select(line => line.ToChange())]);
        }
    }

    async Task TellOn(CancellationToken ct)
    {
        while (await told.Reader.WaitToReadAsync(ct))
        {
            var lines = new List<Line>();
            while (lines.Count < Waiting && told.Reader.TryRead(out var change))
                lines.Add(Line.Of(change));
            string[] payloads = [.. lost ? [Text([])] : Array.Empty<string>(), .. Payloads(lines)];
            lost = true;
            await using var connection = await sources.Primary.OpenConnectionAsync(ct);
            await using var command = new NpgsqlCommand("select pg_notify($1, payload) from unnest($2) as payload", connection)
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = Channel }, new NpgsqlParameter<string[]> { TypedValue = payloads } },
            };
            await command.ExecuteNonQueryAsync(ct);
            lost = false;
        }
    }

    /// <summary>As few as fit; a change that concerns too many to be named is told as something missed, once.</summary>
    internal IEnumerable<string> Payloads(IReadOnlyList<Line> lines)
    {
        var (rest, size) = (new List<Line>(), 0);
        foreach (var line in lines.Select(line => line.Length > Longest ? null : line).Distinct())
        {
            if (line is null)
                yield return Text([]);
            else if (size + line.Length > Longest)
            {
                yield return Text(rest);
                (rest, size) = ([line], line.Length);
            }
            else
            {
                rest.Add(line);
                size += line.Length;
            }
        }
        if (rest.Count > 0)
            yield return Text(rest);
    }

    string Text(IReadOnlyList<Line> lines) => JsonSerializer.Serialize(new Message(self, lines));

    internal sealed record Message(string From, IReadOnlyList<Line> Changes);

    /// <summary>One change on its way; nothing of its content.</summary>
    internal sealed record Line(Guid Id, IReadOnlyList<long> Areas, IReadOnlyList<Guid> Concerned)
    {
        const int Head = 80, OfArea = 13, OfId = 39;

        [JsonIgnore]
        public int Length => Head + OfArea * Areas.Count + OfId * Concerned.Count;

        public static Line Of(DisputeChange change) => new(change.DisputeId, [.. change.Areas.Distinct().Select(area => area.Value)], [.. change.Concerned]);

        public DisputeChange ToChange() => new(Id, [.. Areas.Select(code => new AreaCode(code))], Concerned.ToHashSet());
    }
}
