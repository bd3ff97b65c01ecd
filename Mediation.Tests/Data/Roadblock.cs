using Mediation.Core.Data;

namespace Mediation.Tests.Data;

/// <summary>A command that stands still in its transaction until it is let go: what comes after it in the lane joins its group.</summary>
sealed class Roadblock
{
    readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource lifted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Reached => reached.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public void Lift() => lifted.TrySetResult();

    public async Task<int> Stand(DbSession _)
    {
        reached.TrySetResult();
        await lifted.Task;
        return 0;
    }
}
