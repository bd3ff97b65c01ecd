using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>Opens a unit's report of a month; there is one per unit and month. The id is the command's, so a replay is harmless.</summary>
public abstract record FilingOpening
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    /// <summary>yyyy-MM, the present one or an earlier one that is not sealed.</summary>
    public string? Month { get; init; }

    /// <summary>Default one's own; a director may open the report of a unit below.</summary>
    public AreaCode? AreaCode { get; init; }
}

/// <summary>Opens a unit's report of a month; there is one per unit and month. The id is the command's, so a replay is harmless.</summary>
[Needs(Permission.Register)]
public sealed record OpenMonthlyReport : FilingOpening, ICommand<OpenedReport>;

/// <summary>Opens a unit's justice return of a month; there is one per unit and month. The id is the command's, so a replay is harmless.</summary>
[Needs(Permission.Register, Permission.ReviewDossiers)]
public sealed record OpenJusticeReturn : FilingOpening, ICommand<OpenedReturn>;

/// <summary>The report, and whether this command opened it.</summary>
public sealed record OpenedReport(FilingPage Report, bool Created);

/// <summary>The return, and whether this command opened it.</summary>
public sealed record OpenedReturn(ReturnPage Return, bool Created);

abstract class FilingOpeningValidator<T> : AbstractValidator<T> where T : FilingOpening
{
    protected FilingOpeningValidator()
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Month).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Month).Must(month => string.IsNullOrEmpty(month) || GetMonthlyReportValidator.MonthOf(month) is not null)
            .WithErrorCode("format").WithMessage("A month as yyyy-MM, from 2000-01 on.");
    }
}

sealed class OpenMonthlyReportValidator : FilingOpeningValidator<OpenMonthlyReport>;

sealed class OpenJusticeReturnValidator : FilingOpeningValidator<OpenJusticeReturn>;

sealed class OpenMonthlyReportHandler(MonthlySteps steps) : ICommandHandler<OpenMonthlyReport, OpenedReport>
{
    public async Task<OpenedReport> Handle(OpenMonthlyReport command, CancellationToken ct)
    {
        var (page, created) = await steps.Open(command, ct);
        return new OpenedReport(page, created);
    }
}

sealed class OpenJusticeReturnHandler(ReturnSteps steps) : ICommandHandler<OpenJusticeReturn, OpenedReturn>
{
    public async Task<OpenedReturn> Handle(OpenJusticeReturn command, CancellationToken ct)
    {
        var (page, created) = await steps.Open(command, ct);
        return new OpenedReturn(page, created);
    }
}
