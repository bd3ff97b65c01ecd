using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>Opens a unit's report of a month; there is one per unit and month. The id is the command's, so a replay is harmless.</summary>
[Needs(Permission.Register)]
public sealed record OpenMonthlyReport : ICommand<OpenedReport>
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

/// <summary>The report, and whether this command opened it.</summary>
public sealed record OpenedReport(FilingPage Report, bool Created);

sealed class OpenMonthlyReportValidator : AbstractValidator<OpenMonthlyReport>
{
    public OpenMonthlyReportValidator()
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Month).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Month).Must(month => string.IsNullOrEmpty(month) || GetMonthlyReportValidator.MonthOf(month) is not null)
            .WithErrorCode("format").WithMessage("A month as yyyy-MM, from 2000-01 on.");
    }
}

sealed class OpenMonthlyReportHandler(FilingStore filings, FilingReader reader, FilingDesk desk, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<OpenMonthlyReport, OpenedReport>
{
    public async Task<OpenedReport> Handle(OpenMonthlyReport command, CancellationToken ct)
    {
        if (await commands.Find(command.Id) is { } known)
            return known.Is(user.Account.Id, command.Digest)
                ? new OpenedReport(await desk.Page(await desk.Load(command.Id, ct), ct), Created: false)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        var (unit, first) = (command.AreaCode ?? user.Account.Area, GetMonthlyReportValidator.MonthOf(command.Month)!.Value);
        if (!user.Account.SeesArea || !user.Account.Area.Holds(unit))
            throw new NotFoundException("The area");
        if (!desk.MayFill(unit))
            throw new ForbiddenException("report.other-unit", "This is another unit's report.");
        var filing = new MonthlyFiling { Id = command.Id, Area = unit, Month = Tallies.MonthOf(first), OrganisationId = Guid.Empty };
        filing = filing with { OrganisationId = await Organisation(filing, ct), Steps = [new FilingStep(FilingAct.Open, Hand(), null)] };
        await RequireFree(filing, ct);
        await filings.Add(filing);
        await commands.Add(command.Id, user.Account.Id, command.Digest, disputeId: null, version: 1, clock.GetUtcNow());
        return new OpenedReport(await desk.Page(new FiledReport(filing, 1), ct), Created: true);
    }

    async Task<Guid> Organisation(MonthlyFiling filing, CancellationToken ct) =>
        (await reader.Units(filing.Area.District, filing.Last, ct)).Has(filing.Area) && await reader.Organisation(filing.Area, filing.Last, ct) is { } organisation
            ? organisation.Id
            : throw new RuleViolationException("report.no-unit", "No committee and no centre reports for this area in this month.", "domain 5.5", "areaCode");

    async Task RequireFree(MonthlyFiling filing, CancellationToken ct)
    {
        if (filing.First > Shanghai.DateOf(clock.GetUtcNow()))
            throw new RuleViolationException("report.month-not-begun", "The month has not begun.", "domain 5.5", "month");
        if (filing.Month <= (await filings.SealedMonths(filing.Area.District, ct)).Last)
            throw new RuleViolationException("report.month-sealed", "The month is sealed; what comes now is a correction of the next one.", "domain 5.5", "month");
        if (await filings.OfUnit(filing.Area, filing.Month, ct) is not null)
            throw new RuleViolationException("report.already-open", "The unit has a report of this month.", "domain 5.5 (B7)", "month");
    }

    FilingHand Hand() => new(user.Account.Id, user.Account.DisplayName, clock.GetUtcNow());
}
