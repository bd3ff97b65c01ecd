using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.FrontDesk;
using Mediation.Core.Domain.Parties;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.FrontDesk;

/// <summary>
/// Logs who came to the desk with what, or what another office sent with its number there. The id is the command's, so a replay is harmless. It is closed at
/// once with an answer, later, or becomes a dispute by the ordinary way with `visitId`.
/// </summary>
[Needs(Permission.Register)]
public sealed record RecordVisit : ICommand<RecordedVisit>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public DeskKind? Kind { get; init; }

    public DeskSource? Source { get; init; }

    /// <summary>The place that it is about; default one's own area.</summary>
    public AreaCode? AreaCode { get; init; }

    /// <summary>Default today.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The number of the office that sent it.</summary>
    public string? OutsideNumber { get; init; }

    /// <summary>By when that office wants to know; default by the local practice.</summary>
    public DateOnly? DueOn { get; init; }

    public DisputeType? Type { get; init; }

    public string? Visitor { get; init; }

    public string? Phone { get; init; }

    public string? Brief { get; init; }

    /// <summary>What was answered, when it is closed at once.</summary>
    public string? Answer { get; init; }
}

/// <summary>The visit, and whether this command logged it.</summary>
public sealed record RecordedVisit(VisitView Visit, bool Created);

sealed class RecordVisitValidator : AbstractValidator<RecordVisit>
{
    public RecordVisitValidator(TimeProvider clock)
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        RuleFor(c => c.Source).NotNull().WithErrorCode("required");
        RuleFor(c => c.AreaCode).Must(a => a is null || a.Value.Level >= AreaLevel.District).WithErrorCode("range").WithMessage("A district, a town or a village.");
        RuleFor(c => c.ReceivedOn).Must(day => day is null || day.Value.Year >= 2000 && day <= Shanghai.DateOf(clock.GetUtcNow().AddHours(24))).WithErrorCode("range")
            .WithMessage("Before 2000, or more than 24 hours ahead.");
        RuleFor(c => c.OutsideNumber).NotEmpty().When(c => c.Source is { IsReferral: true }).WithErrorCode("required");
        RuleFor(c => c.OutsideNumber).Null().When(c => c.Source is { IsReferral: false }).WithErrorCode("range").WithMessage("Nobody sent it.");
        RuleFor(c => c.OutsideNumber).MaximumLength(60).WithErrorCode("length");
        RuleFor(c => c.DueOn).Null().When(c => c.Source is { IsReferral: false }).WithErrorCode("range").WithMessage("Nobody sent it.");
        RuleFor(c => c.DueOn).Must((c, due) => due is null || c.ReceivedOn is null || due >= c.ReceivedOn).WithErrorCode("order").WithMessage("Before it came.");
        RuleFor(c => c.DueOn).Must(due => due is null || due.Value.Year is >= 2000 and < 9999).WithErrorCode("range").WithMessage("Before 2000.");
        RuleFor(c => c.Visitor).MaximumLength(50).WithErrorCode("length");
        RuleFor(c => c.Phone).MaximumLength(40).WithErrorCode("length");
        RuleFor(c => c.Brief).NotEmpty().WithErrorCode("required").MaximumLength(1_000).WithErrorCode("length");
        RuleFor(c => c.Answer).MaximumLength(1_000).WithErrorCode("length");
    }
}

sealed class RecordVisitHandler(
    DeskStore visits, VisitIntake intake, OrganisationStore organisations, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<RecordVisit, RecordedVisit>
{
    public async Task<RecordedVisit> Handle(RecordVisit command, CancellationToken ct)
    {
        var (account, district, now) = (user.Account, user.Account.Area.District, clock.GetUtcNow());
        _ = await organisations.FindForChange(account.OrganisationId);
        if (await commands.Find(command.Id) is { } known)
            return known.Is(account.Id, command.Digest) && await visits.Find(district, command.Id, ct) is { } before
                ? new RecordedVisit(VisitView.Of(before, account, Shanghai.DateOf(now)), Created: false)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        var area = command.AreaCode ?? account.Area;
        if (!account.Area.Holds(area) || area.Level < AreaLevel.District || !await organisations.KnowsArea(area))
            throw new NotFoundException("The area");
        if (command.OutsideNumber is { } number && await visits.Knows(district, command.Source!.Value, number.Trim()))
            throw new RuleViolationException("desk.number-known", "What has this number is on the log already.", "front desk", "outsideNumber");
        await intake.Add(command.Id, command, area, now);
        if (!string.IsNullOrWhiteSpace(command.Answer))
            await visits.End(district, command.Id, DeskState.Closed, command.Answer.Trim(), null, account.Id, now);
        await commands.Add(command.Id, account.Id, command.Digest, disputeId: null, version: 1, now);
        return new RecordedVisit(VisitView.Of((await visits.Find(district, command.Id, ct))!, account, Shanghai.DateOf(now)), Created: true);
    }
}

/// <summary>Puts a visit on the log, from the desk or from a list.</summary>
[Scoped]
public sealed class VisitIntake(DeskStore visits, DbSession db, ReferenceData reference, CurrentUser user)
{
    public async Task Add(Guid id, RecordVisit told, AreaCode area, DateTimeOffset now)
    {
        var receivedOn = told.ReceivedOn ?? Shanghai.DateOf(now);
        await visits.Add(new VisitRow
        {
            Id = id, OrganisationId = user.Account.OrganisationId, AreaCode = area.Value, Kind = told.Kind!.Value.ToString(), Source = told.Source!.Value.ToString(),
            OutsideNumber = Trimmed(told.OutsideNumber), ReceivedOn = receivedOn, DueOn = told.DueOn ?? await Due(told.Source.Value, receivedOn),
            Type = told.Type?.ToString(), Visitor = Trimmed(told.Visitor), Phone = Trimmed(told.Phone) is { } phone ? Phone.Normalise(phone) : null,
            Brief = Trimmed(told.Brief), State = nameof(DeskState.Open), RecordedAt = now,
        }, user.Account.Area, user.Account.Id);
    }

    async Task<DateOnly?> Due(DeskSource source, DateOnly receivedOn) => !source.IsReferral ? null
        : (await reference.Calendar(db)).Due(receivedOn, (await reference.Screening(db)).On(receivedOn).ReferralWorkdays[source], Domain.Calendar.TimeUnit.Workday).Due;

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
