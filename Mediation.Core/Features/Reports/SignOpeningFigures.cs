using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>Signs a unit's figures of a month from before this register was kept (期初), once and for all. The id is the command's, so a replay is harmless.</summary>
[Needs(Permission.Direct)]
public sealed record SignOpeningFigures : ICommand<SignedOpening>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    /// <summary>yyyy-MM, a month that is neither reported nor sealed here.</summary>
    public string? Month { get; init; }

    /// <summary>Default one's own; a director may sign the paper of a unit below.</summary>
    public AreaCode? AreaCode { get; init; }

    /// <summary>The counts of the paper report; what is not named is 0. Rates are no counts.</summary>
    public IReadOnlyList<OpeningCell>? Cells { get; init; }

    /// <summary>Where the figures come from.</summary>
    public string? Note { get; init; }
}

public sealed record SignedOpening(OpeningView Figures, bool Created);

/// <summary>Signed opening figures of a unit and month.</summary>
public sealed record OpeningView
{
    public required Guid Id { get; init; }

    public required AreaCode AreaCode { get; init; }

    public required string AreaName { get; init; }

    public required string Month { get; init; }

    public required IReadOnlyList<OpeningCell> Cells { get; init; }

    public required FilingHand SignedBy { get; init; }

    public string? Note { get; init; }

    internal static async Task<OpeningView> Of(OpeningFigures figures, ReportLedger ledger, CancellationToken ct) => new()
    {
        Id = figures.Id, AreaCode = figures.Area, AreaName = await ledger.Name(figures.Area, ct), Month = FilingDesk.MonthText(figures.Month),
        Cells = figures.Cells, SignedBy = figures.SignedBy, Note = figures.Note,
    };
}

sealed class SignOpeningFiguresValidator : AbstractValidator<SignOpeningFigures>
{
    const int Most = 10_000_000;

    public SignOpeningFiguresValidator()
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Month).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Month).Must(month => string.IsNullOrEmpty(month) || GetMonthlyReportValidator.MonthOf(month) is not null)
            .WithErrorCode("format").WithMessage("A month as yyyy-MM, from 2000-01 on.");
        RuleFor(c => c.Cells).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Cells).Must(cells => cells is null || cells.All(cell => cell is not null)).WithErrorCode("required");
        RuleFor(c => c.Cells).Must(cells => cells is null || cells.Where(cell => cell is not null).DistinctBy(cell => (cell.Row, cell.Column)).Count() == cells.Count(cell => cell is not null))
            .WithErrorCode("duplicate").WithMessage("A cell is named twice.");
        RuleForEach(c => c.Cells).ChildRules(cell =>
        {
            cell.RuleFor(c => c.Row).InclusiveBetween(1, ReportDefinition.RowCount).WithErrorCode("range");
            cell.RuleFor(c => c.Row).Must(row => row is not (3 or 5 or 51)).WithErrorCode("range").WithMessage("A rate is no count; sign the rows that it divides.");
            cell.RuleFor(c => c.Column).Must(column => column is ReportColumn.District or ReportColumn.Town or ReportColumn.Village)
                .WithErrorCode("range").WithMessage("Sums are not signed; they follow from the three columns.");
            cell.RuleFor(c => c.Value).InclusiveBetween(0, Most).WithErrorCode("range");
        });
        RuleFor(c => c.Note).MaximumLength(500).WithErrorCode("length");
    }
}

sealed class SignOpeningFiguresHandler(
    OpeningStore openings, FilingStore filings, FilingReader reader, ReportLedger ledger, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<SignOpeningFigures, SignedOpening>
{
    public async Task<SignedOpening> Handle(SignOpeningFigures command, CancellationToken ct)
    {
        var (unit, first) = (command.AreaCode ?? user.Account.Area, GetMonthlyReportValidator.MonthOf(command.Month)!.Value);
        if (!user.Account.SeesArea || !user.Account.Area.Holds(unit))
            throw new NotFoundException("The area");
        var month = Tallies.MonthOf(first);
        var signed = await openings.Find(unit, month, ct);
        if (await commands.Find(command.Id) is { } known)
            return known.Is(user.Account.Id, command.Digest) && signed is not null
                ? new SignedOpening(await OpeningView.Of(signed, ledger, ct), Created: false)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        if (signed is not null)
            throw new RuleViolationException("opening.already-signed", "The figures of this month are signed; they do not change.", "domain 5.5 (期初)", "month");
        var lastDay = first.AddMonths(1).AddDays(-1);
        if (!(await reader.Units(unit.District, lastDay, ct)).Has(unit) || await reader.Organisation(unit, lastDay, ct) is not { } organisation)
            throw new RuleViolationException("report.no-unit", "No committee and no centre reports for this area in this month.", "domain 5.5", "areaCode");
        await RequireBefore(unit, month, lastDay, ct);
        var figures = new OpeningFigures
        {
            Id = command.Id, Area = unit, OrganisationId = organisation.Id, Month = month, Note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim(),
            Cells = [.. command.Cells!.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)],
            SignedBy = new FilingHand(user.Account.Id, user.Account.DisplayName, clock.GetUtcNow()),
        };
        await openings.Add(figures);
        await commands.Add(command.Id, user.Account.Id, command.Digest, disputeId: null, version: 1, clock.GetUtcNow());
        return new SignedOpening(await OpeningView.Of(figures, ledger, ct), Created: true);
    }

    /// <summary>What is reported here is counted here.</summary>
    async Task RequireBefore(AreaCode unit, int month, DateOnly lastDay, CancellationToken ct)
    {
        var first = (await filings.SealedMonths(unit.District, ct)).First;
        if (lastDay >= Shanghai.DateOf(clock.GetUtcNow()) || first != 0 && month >= first || await filings.OfUnit(unit, month, ct) is not null)
            throw new RuleViolationException("opening.counted-month", "This month is counted here; opening figures are those of the months before.", "domain 5.5 (期初)", "month");
    }
}
