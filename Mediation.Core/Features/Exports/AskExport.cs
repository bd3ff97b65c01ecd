using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Exports;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Exports;

/// <summary>
/// Asks for a file that is written in the background; who, what and why is logged. The cut-off is this instant: what is registered later is not in it,
/// and what changed between it and the writing says so in a column of its own. Names of parties are masked, as in every export.
/// </summary>
[Needs(Permission.ReadReports, Permission.ReadMatters)]
public sealed record AskExport : ICommand<AskedExport>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public ExportKind? Kind { get; init; }

    public ExportFormat? Format { get; init; }

    /// <summary>Why it is taken away.</summary>
    public string? Reason { get; init; }

    public ExportParameters Parameters { get; init; } = new();
}

/// <summary>The job, and whether this command made it.</summary>
public sealed record AskedExport(ExportJobView Job, bool Created);

sealed class AskExportValidator : AbstractValidator<AskExport>
{
    public AskExportValidator()
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        RuleFor(c => c.Format).NotNull().WithErrorCode("required");
        RuleFor(c => c.Format).Must((c, format) => format is null || c.Kind is null || ExportRules.Formats(c.Kind.Value).Contains(format.Value))
            .WithErrorCode("range").WithMessage("This kind is not written in this format.");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(200).WithErrorCode("length");
        RuleFor(c => c.Parameters).Must(parameters => parameters is not null).WithErrorCode("required").WithMessage("Leave it out, or say what is asked for.");
        RuleFor(c => c.Parameters.Book).Must(book => book is not null)
            .When(c => c.Kind == ExportKind.LedgerBook && c.Parameters is not null).WithErrorCode("required").WithMessage("Say which book.");
        RuleFor(c => c.Parameters.Month).Must(month => ReportPeriod.Parse(month) is { Length: 1 })
            .When(c => c.Kind is ExportKind.MonthlyReports or ExportKind.JusticeReturns && c.Parameters is not null).WithErrorCode("format").WithMessage("A month as yyyy-MM, from 2000-01 on.");
        RuleFor(c => c.Parameters.Period).Must(period => ReportPeriod.Parse(period) is not null)
            .When(c => c.Kind == ExportKind.JusticeReturn && c.Parameters is not null).WithErrorCode("format").WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
    }
}

sealed class AskExportHandler(CurrentUser user, ExportJobStore jobs, CommandLog commands, AccessLog log, TimeProvider clock) : ICommandHandler<AskExport, AskedExport>
{
    public async Task<AskedExport> Handle(AskExport command, CancellationToken ct)
    {
        var (me, now) = (user.Account, clock.GetUtcNow());
        if (await commands.Find(command.Id) is { } known)
            return known.Is(me.Id, command.Digest) && await jobs.Find(command.Id, ct) is { } asked
                ? new AskedExport(ExportJobView.Of(asked, now), Created: false)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        if (await jobs.Unfinished(me.Id) >= ExportRules.MostUnfinished)
            throw new RuleViolationException("export.too-many", $"{ExportRules.MostUnfinished} exports of yours are not finished; wait for them.", "domain 9");
        var row = new ExportJobRow
        {
            Id = command.Id, DistrictCode = me.Area.District.Value, AccountId = me.Id, OrganisationId = me.OrganisationId, Kind = command.Kind!.Value.ToString(),
            Format = command.Format!.Value.ToString(), Parameters = StorageJson.Write(command.Parameters), Reason = command.Reason!.Trim(), CutOff = now,
            State = nameof(ExportState.Waiting),
        };
        await jobs.Add(row);
        await commands.Add(command.Id, me.Id, command.Digest, disputeId: null, version: 1, now);
        await log.Add(ExportLog.Row(row, me, now, $"export job {ExportLog.What(row)} {command.Parameters.Under ?? me.Area}: {row.Reason}"));
        return new AskedExport(ExportJobView.Of(row, now), Created: true);
    }
}

/// <summary>What the auditor reads of an export.</summary>
static class ExportLog
{
    /// <summary>Kind, which of it, format; what was searched for may be a name and is not told.</summary>
    public static string What(ExportJobRow job) => $"{job.Kind} {job.Asked.Book?.ToString() ?? job.Asked.Month ?? job.Asked.Period ?? "-"} {job.Format}";

    public static AccessRow Row(ExportJobRow job, Account account, DateTimeOffset at, string detail) => new()
    {
        Id = Guid.CreateVersion7(at), At = at, AccountId = account.Id, OrganisationId = account.OrganisationId, Kind = "Export", DistrictCode = job.DistrictCode, Detail = detail,
    };
}
