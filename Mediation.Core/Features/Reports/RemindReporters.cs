using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>A centre reminds a unit of its area of a month's report that is not in.</summary>
[Needs(Permission.Direct)]
public sealed record RemindReporter : ICommand<ChaseReminder>
{
    public Guid CommandId { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public string? Month { get; init; }

    public AreaCode? AreaCode { get; init; }

    public string? Note { get; init; }
}

sealed class RemindReporterValidator : AbstractValidator<RemindReporter>
{
    public RemindReporterValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.AreaCode).NotNull().WithErrorCode("required");
        RuleFor(c => c.Month).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Month).Must(month => string.IsNullOrEmpty(month) || GetMonthlyReportValidator.MonthOf(month) is not null)
            .WithErrorCode("format").WithMessage("A month as yyyy-MM, from 2000-01 on.");
        RuleFor(c => c.Note).MaximumLength(500).WithErrorCode("length");
    }
}

sealed class RemindReporterHandler(OpeningStore openings, FilingStore filings, FilingReader reader, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<RemindReporter, ChaseReminder>
{
    public async Task<ChaseReminder> Handle(RemindReporter command, CancellationToken ct)
    {
        var (unit, first, now) = (command.AreaCode!.Value, GetMonthlyReportValidator.MonthOf(command.Month)!.Value, clock.GetUtcNow());
        if (!user.Account.SeesArea || !user.Account.Area.Holds(unit))
            throw new NotFoundException("The area");
        var note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim();
        if (await commands.Find(command.CommandId) is { } known)
            return known.Is(user.Account.Id, command.Digest)
                ? new ChaseReminder(user.Account.DisplayName, now, note)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        if (!(await reader.Units(unit.District, first.AddMonths(1).AddDays(-1), ct)).Has(unit))
            throw new RuleViolationException("report.no-unit", "No committee and no centre reports for this area in this month.", "domain 5.5", "areaCode");
        if (await filings.OfUnit(unit, Tallies.MonthOf(first), ct) is { } report && FilingLifecycle.IsOut(report.Filing.State))
            throw new RuleViolationException("report.already-in", "The unit's report of this month is in.", "domain 5.5", "areaCode");
        await openings.Remind(unit, Tallies.MonthOf(first), user.Account.Id, note, command.CommandId, now);
        await commands.Add(command.CommandId, user.Account.Id, command.Digest, disputeId: null, version: 1, now);
        return new ChaseReminder(user.Account.DisplayName, now, note);
    }
}

/// <summary>The units of all districts whose report is not in when the last working day before the cut-off has come.</summary>
public sealed record FindLateReporters : IQuery<LateReporters>;

public sealed record LateReporters(int Month, IReadOnlyList<AreaCode> Units);

/// <summary>Reminds each of them, once; answers how many were reminded now.</summary>
public sealed record RemindReporters(LateReporters Late) : ICommand<int>;

sealed class FindLateReportersHandler(FilingStore filings, FilingReader reader, OpeningStore openings, DbSession db, ReferenceData reference, TimeProvider clock)
    : IQueryHandler<FindLateReporters, LateReporters>
{
    public async Task<LateReporters> Handle(FindLateReporters query, CancellationToken ct)
    {
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var (month, cutOff) = (Tallies.MonthOf(first), (await reference.ReportDefinition(db, ct)).CutOff(first));
        if (today > cutOff || today < (await reference.Calendar(db, ct)).WorkdayUntil(cutOff.AddDays(-1)))
            return new LateReporters(month, []);
        var late = new List<AreaCode>();
        foreach (var district in await openings.Districts(ct))
        {
            var done = (await filings.Within(district, month, ct)).Where(report => FilingLifecycle.IsOut(report.Filing.State)).Select(report => report.Filing.Area)
                .Concat((await openings.Reminders(district, month, ct)).Where(reminder => reminder.ByName is null).Select(reminder => new AreaCode(reminder.AreaCode))).ToHashSet();
            late.AddRange((await reader.Units(district, first.AddMonths(1).AddDays(-1), ct)).Under(district).Where(unit => unit.Level != AreaLevel.District && !done.Contains(unit)));
        }
        return new LateReporters(month, late);
    }
}

sealed class RemindReportersHandler(OpeningStore openings, TimeProvider clock) : ICommandHandler<RemindReporters, int>
{
    public async Task<int> Handle(RemindReporters command, CancellationToken ct)
    {
        var reminded = 0;
        foreach (var unit in command.Late.Units)
            reminded += await openings.Remind(unit, command.Late.Month, null, null, Guid.CreateVersion7(), clock.GetUtcNow()) ? 1 : 0;
        return reminded;
    }
}
