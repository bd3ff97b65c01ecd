using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Clocks;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Every clock of a matter, read out of its journal; for all who may see the matter (domain 12).</summary>
[Needs(Permission.ReadMatters)]
public sealed record GetClocks(Guid DisputeId) : IQuery<DisputeClocks>;

/// <summary>The clocks as they stand on a day in Asia/Shanghai.</summary>
public sealed record DisputeClocks(DateOnly Today, IReadOnlyList<ClockView> Items);

/// <summary>One clock with its rule, its start, what was used and what stopped, its end and what then happens.</summary>
public sealed record ClockView
{
    public required Clock Clock { get; init; }

    /// <summary>The case, handover or obligation; null for a clock of the whole matter.</summary>
    public Guid? SubjectId { get; init; }

    public required string Rule { get; init; }

    public required string RuleEn { get; init; }

    /// <summary>Statute and article, or the local rule.</summary>
    public required string Statute { get; init; }

    /// <summary>An event of the journal, a legal fact, or the status from which it runs.</summary>
    public required string StartedBy { get; init; }

    public required DateOnly StartedOn { get; init; }

    /// <summary>Null: no limit, or a date that the parties fixed.</summary>
    public int? Amount { get; init; }

    public TimeUnit? Unit { get; init; }

    /// <summary>Working days where the limit is of such, else days of the calendar; what stood still is not in it.</summary>
    public required int Used { get; init; }

    public required IReadOnlyList<ClockStop> Stops { get; init; }

    public required IReadOnlyList<GrantedExtension> Extensions { get; init; }

    /// <summary>Not before this day; null for most.</summary>
    public DateOnly? EarliestOn { get; init; }

    /// <summary>The day from which it is yellow.</summary>
    public DateOnly? YellowOn { get; init; }

    /// <summary>The last day; null while it stands still, and without a limit.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Rests on a year whose holidays are not published; computed anew when they are.</summary>
    public required bool Provisional { get; init; }

    public required ClockState State { get; init; }

    public DateOnly? MetOn { get; init; }

    public required ClockBinds Binds { get; init; }

    public required ClockExtender ExtendedBy { get; init; }

    /// <summary>What happens, or is lost, when it runs out.</summary>
    public required string Lapses { get; init; }

    public required string LapsesEn { get; init; }

    /// <summary>At the yellow point and on the working day before the end, in working hours.</summary>
    public required IReadOnlyList<DateTimeOffset> RemindAt { get; init; }

    public static ClockView Of(ClockReading reading) => new()
    {
        Clock = reading.Rule.Clock, SubjectId = reading.Run.SubjectId, Rule = reading.Rule.Words, RuleEn = reading.Rule.WordsEn,
        Statute = reading.Run.Rule is { } local ? $"{reading.Rule.Statute}：{local}" : reading.Rule.Statute,
        StartedBy = reading.Run.StartedBy, StartedOn = reading.Run.StartedOn, Amount = reading.Limit?.Amount, Unit = reading.Limit?.Unit, Used = reading.Used,
        Stops = reading.Run.Stops, Extensions = [.. reading.Extensions.Select(e => new GrantedExtension(e.Until, e.On, e.AgreedBy))],
        EarliestOn = reading.Run.EarliestOn, YellowOn = reading.YellowOn, Due = reading.Due, Provisional = reading.Provisional, State = reading.State,
        MetOn = reading.Run.MetOn, Binds = reading.Rule.Binds, ExtendedBy = reading.Rule.ExtendedBy, Lapses = reading.Rule.Lapses,
        LapsesEn = reading.Rule.LapsesEn, RemindAt = reading.RemindAt,
    };
}

/// <summary>More time, until when, granted when, and by whose yes.</summary>
public sealed record GrantedExtension(DateOnly Until, DateOnly On, IReadOnlyList<Guid> AgreedBy);

sealed class GetClocksHandler(CurrentUser user, DisputeStore disputes, JournalStore journal, ClockIndex clocks) : IQueryHandler<GetClocks, DisputeClocks>
{
    public async Task<DisputeClocks> Handle(GetClocks query, CancellationToken ct)
    {
        if (await disputes.Find(query.DisputeId, ct) is not { } dispute || !DisputeSight.Includes(dispute.File, user.Account))
            throw new NotFoundException("The dispute");
        var facts = ClockJournal.Read(await journal.Rows(dispute.File.Area.District.Value, query.DisputeId, ct));
        var context = await clocks.Context(facts, ct);
        return new DisputeClocks(context.Today, [.. MatterClocks.Of(facts, context).Select(ClockView.Of)]);
    }
}
