using Mediation.Core.Domain.Access;
using Mediation.Core.Features.Disputes;
using Mediation.Core.Messaging;
using MediatR;

namespace Mediation.Api.Http;

/// <summary>What came of an import: how many lines were new, how many known, and which were refused, the first 1,000 of them.</summary>
sealed record ImportedDisputes(int Registered, int Known, int Refused, IReadOnlyList<ImportFault> Rows)
{
    const int MostRows = 1_000;

    public static readonly ImportedDisputes None = new(0, 0, 0, []);

    public ImportedDisputes And(ImportedSlice slice) => new(
        Registered + slice.Registered, Known + slice.Known, Refused + slice.Refused.Count, [.. Rows.Concat(slice.Refused).Take(MostRows)]);
}

/// <summary>Takes an old ledger for an account: checked as a whole first, then slice by slice, the next ones prepared while one is written.</summary>
sealed class DisputeImport(IServiceScopeFactory scopes)
{
    static readonly int Ahead = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <param name="csv">It is read twice.</param>
    /// <param name="account">In whose name, and within whose scope.</param>
    /// <param name="progress">Told after each slice, with the number of lines in all.</param>
    /// <param name="ct">Ends between two slices; what was written stays, and the same file goes on from there.</param>
    public async Task<ImportedDisputes> Run(Stream csv, Account account, Action<ImportedDisputes, int>? progress, CancellationToken ct)
    {
        var ledger = await In(account, sender => sender.Send(new CheckImport(csv), ct));
        csv.Position = 0;
        using var slices = ledger.Slices(csv).GetEnumerator();
        var (done, prepared) = (ImportedDisputes.None, new Queue<Task<ImportDisputes>>());
        while (true)
        {
            while (prepared.Count < Ahead && slices.MoveNext())
            {
                var slice = slices.Current;
                prepared.Enqueue(Task.Run(() => In(account, sender => sender.Send(slice, ct)), ct));
            }
            if (!prepared.TryDequeue(out var next))
                return done;
            var command = await next;
            ct.ThrowIfCancellationRequested();
            done = done.And(await In(account, sender => sender.Send(command, CancellationToken.None)));
            progress?.Invoke(done, ledger.Disputes);
        }
    }

    async Task<T> In<T>(Account account, Func<ISender, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().SignIn(account);
        return await work(scope.ServiceProvider.GetRequiredService<ISender>());
    }
}
