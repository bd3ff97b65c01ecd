using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Exports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Exports;

/// <summary>One's own exports, the latest first; nobody sees another's.</summary>
[Needs(Permission.ReadReports, Permission.ReadMatters)]
public sealed record ListExportJobs(string? Cursor, int Limit = 50) : IQuery<Page<ExportJobView>>;

/// <summary>How an export of one's own stands.</summary>
[Needs(Permission.ReadReports, Permission.ReadMatters)]
public sealed record GetExportJob(Guid Id) : IQuery<ExportJobView>;

/// <summary>An export: what was asked, how far it is, and at the end its file or why there is none.</summary>
public sealed record ExportJobView
{
    public required Guid Id { get; init; }

    public required ExportKind Kind { get; init; }

    public required ExportFormat Format { get; init; }

    /// <summary>Empty when the file's days are over.</summary>
    public required ExportParameters Parameters { get; init; }

    public required string Reason { get; init; }

    /// <summary>When it was asked for; what was registered later is not in it.</summary>
    public required DateTimeOffset CutOff { get; init; }

    public required ExportState State { get; init; }

    /// <summary>Rows or reports that are written.</summary>
    public required int Done { get; init; }

    public required int Total { get; init; }

    public string? FileName { get; init; }

    public long? Bytes { get; init; }

    public string? Sha256 { get; init; }

    public ExportFailure? Failure { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Until then the file lies here.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public required bool Expired { get; init; }

    internal static ExportJobView Of(ExportJobRow row, DateTimeOffset now) => new()
    {
        Id = row.Id, Kind = row.KindWord, Format = row.FormatWord, Parameters = row.Asked, Reason = row.Reason, CutOff = row.CutOff, State = row.StateWord,
        Done = row.Done, Total = row.Total, FileName = row.FileName, Bytes = row.Bytes, Sha256 = row.Sha256, FinishedAt = row.FinishedAt, ExpiresAt = row.ExpiresAt,
        Failure = row.Failure is null ? null : new ExportFailure(row.Failure, row.FailureText ?? ""), Expired = row.SweptAt is not null || row.ExpiresAt <= now,
    };
}

/// <summary>Why there is no file: a code, as refusals have one, and a sentence.</summary>
public sealed record ExportFailure(string Code, string Text);

sealed class ListExportJobsValidator : AbstractValidator<ListExportJobs>
{
    public ListExportJobsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }

    public static (DateTimeOffset At, Guid Id)? Place(string? cursor) => Cursor.Read(cursor, 2) is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms < 250_000_000_000_000 && Guid.TryParse(id, out var guid)
        ? (DateTimeOffset.FromUnixTimeMilliseconds(ms), guid)
        : null;
}

sealed class ListExportJobsHandler(CurrentUser user, ExportJobStore jobs, TimeProvider clock) : IQueryHandler<ListExportJobs, Page<ExportJobView>>
{
    public async Task<Page<ExportJobView>> Handle(ListExportJobs query, CancellationToken ct)
    {
        var found = await jobs.Of(user.Account.Id, ListExportJobsValidator.Place(query.Cursor), query.Limit + 1, ct);
        var page = found.Take(query.Limit).ToList();
        return new Page<ExportJobView>(
            [.. page.Select(row => ExportJobView.Of(row, clock.GetUtcNow()))],
            found.Count > query.Limit ? Cursor.Write(page[^1].CutOff.ToUnixTimeMilliseconds(), page[^1].Id) : null);
    }
}

sealed class GetExportJobHandler(CurrentUser user, ExportJobStore jobs, TimeProvider clock) : IQueryHandler<GetExportJob, ExportJobView>
{
    public async Task<ExportJobView> Handle(GetExportJob query, CancellationToken ct) =>
        await jobs.Find(query.Id, ct) is { } row && row.AccountId == user.Account.Id ? ExportJobView.Of(row, clock.GetUtcNow()) : throw new NotFoundException("The export");
}
