using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Exports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Exports;

/// <summary>The file of an export, for whoever asked for it and nobody else.</summary>
[Needs(Permission.ReadReports, Permission.ReadMatters)]
public sealed record GetExportFile(Guid Id) : IQuery<ExportFile>;

public sealed record ExportFile(Stream Bytes, string ContentType, string FileName);

/// <summary>Says that the file was fetched; answered after it is on disk.</summary>
[Needs(Permission.ReadReports, Permission.ReadMatters)]
public sealed record LogExportDownload(Guid Id) : ICommand<Guid>;

sealed class GetExportFileHandler(CurrentUser user, ExportJobStore jobs, ExportVault vault, DbSession db, TimeProvider clock) : IQueryHandler<GetExportFile, ExportFile>
{
    public async Task<ExportFile> Handle(GetExportFile query, CancellationToken ct)
    {
        if (await jobs.Find(query.Id, ct) is not { } job || job.AccountId != user.Account.Id)
            throw new NotFoundException("The export");
        if (job.StateWord != ExportState.Complete)
            throw new RuleViolationException("export.not-complete", $"It is {job.State}; there is no file.", "domain 9");
        if (job.ExpiresAt <= clock.GetUtcNow() || vault.Open(job.LeaseId!.Value) is not { } file)
            throw new GoneException("The file", "export.expired");
        // A long file on a slow line holds no connection.
        await db.Release();
        return new ExportFile(file, job.ContentType!, job.FileName!);
    }
}

sealed class LogExportDownloadHandler(CurrentUser user, ExportJobStore jobs, AccessLog log, TimeProvider clock) : ICommandHandler<LogExportDownload, Guid>
{
    public async Task<Guid> Handle(LogExportDownload command, CancellationToken ct)
    {
        var job = await jobs.Find(command.Id, ct) ?? throw new NotFoundException("The export");
        var row = ExportLog.Row(job, user.Account, clock.GetUtcNow(), $"download {ExportLog.What(job)} {job.FileName}: {job.Reason}");
        await log.Add(row);
        return row.Id;
    }
}
