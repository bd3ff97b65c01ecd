using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Exports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Exports;

/// <summary>How often is looked for a job, how long a run holds it without a sign of life, and for how many days its file lies here.</summary>
public sealed record ExportSettings(TimeSpan Look, TimeSpan Lease, int KeepDays);

/// <summary>Takes the job whose turn it is; null when none waits.</summary>
public sealed record TakeExport(Guid Lease) : ICommand<TakenExport?>;

/// <summary>A job in one run's hands; without an account the person may not take anything away any more.</summary>
public sealed record TakenExport(Guid Id, Guid Lease, ExportKind Kind, ExportFormat Format, ExportParameters Parameters, DateTimeOffset CutOff, int Attempt, Account? Account);

/// <summary>Says how far it is and holds the job longer; false when another run has it by now.</summary>
public sealed record HoldExport(Guid Id, Guid Lease, int Done, int Total) : ICommand<bool>;

/// <summary>The service stops: the job waits again.</summary>
public sealed record ReleaseExport(Guid Id, Guid Lease) : ICommand<bool>;

/// <summary>The file is whole and in its place; false when another run has the job by now.</summary>
public sealed record CompleteExport(Guid Id, Guid Lease, WrittenExport File) : ICommand<bool>;

/// <summary>There is no file, and why.</summary>
public sealed record FailExport(Guid Id, Guid Lease, ExportFailure Failure) : ICommand<bool>;

sealed class TakeExportHandler(ExportJobStore jobs, AccountStore accounts, ExportSettings settings, TimeProvider clock) : ICommandHandler<TakeExport, TakenExport?>
{
    public async Task<TakenExport?> Handle(TakeExport command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await jobs.Take(command.Lease, now, now + settings.Lease) is not { } job)
            return null;
        var account = await accounts.ById(job.AccountId, ct);
        return new TakenExport(
            job.Id, command.Lease, job.KindWord, job.FormatWord, job.Asked, job.CutOff, job.Attempts, account is { BlockedAt: null } ? account.ToAccount() : null);
    }
}

sealed class HoldExportHandler(ExportJobStore jobs, ExportSettings settings, TimeProvider clock) : ICommandHandler<HoldExport, bool>
{
    public Task<bool> Handle(HoldExport command, CancellationToken ct) =>
        jobs.Hold(command.Id, command.Lease, command.Done, command.Total, clock.GetUtcNow() + settings.Lease);
}

sealed class ReleaseExportHandler(ExportJobStore jobs) : ICommandHandler<ReleaseExport, bool>
{
    public async Task<bool> Handle(ReleaseExport command, CancellationToken ct)
    {
        await jobs.Release(command.Id, command.Lease);
        return true;
    }
}

sealed class CompleteExportHandler(ExportJobStore jobs, ExportSettings settings, TimeProvider clock) : ICommandHandler<CompleteExport, bool>
{
    public Task<bool> Handle(CompleteExport command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return jobs.Complete(command.Id, command.Lease, command.File, now, now.AddDays(settings.KeepDays));
    }
}

sealed class FailExportHandler(ExportJobStore jobs, ExportSettings settings, TimeProvider clock) : ICommandHandler<FailExport, bool>
{
    public Task<bool> Handle(FailExport command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return jobs.Fail(command.Id, command.Lease, command.Failure.Code, command.Failure.Text, now, now.AddDays(settings.KeepDays));
    }
}
