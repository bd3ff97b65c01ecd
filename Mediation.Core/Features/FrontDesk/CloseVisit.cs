using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.FrontDesk;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.FrontDesk;

/// <summary>Closes a visit with what was answered or done (一站办结).</summary>
[Needs(Permission.Register)]
public sealed record CloseVisit : VisitCommand
{
    public string? Answer { get; init; }
}

sealed class CloseVisitValidator : VisitCommandValidator<CloseVisit>
{
    public CloseVisitValidator() => RuleFor(c => c.Answer).NotEmpty().WithErrorCode("required").MaximumLength(1_000).WithErrorCode("length");
}

sealed class CloseVisitHandler(VisitDesk desk, DeskStore visits, CommandLog commands, CurrentUser user, TimeProvider clock)
    : VisitCommandHandler<CloseVisit>(desk, visits, commands, user, clock)
{
    protected override Task Act(CloseVisit command, VisitRow visit, DateTimeOffset now)
    {
        FrontDeskRules.RequireOpen(visit.StateWord, "answer");
        return Visits.End(User.Account.Area.District, visit.Id, DeskState.Closed, command.Answer!.Trim(), null, User.Account.Id, now);
    }
}

/// <summary>Tells the office that sent it what came of it; the slip is printed from that.</summary>
[Needs(Permission.Register)]
public sealed record TellReferrer : VisitCommand
{
    /// <summary>Default today.</summary>
    public DateOnly? On { get; init; }

    public string? Text { get; init; }
}

sealed class TellReferrerValidator : VisitCommandValidator<TellReferrer>
{
    public TellReferrerValidator(TimeProvider clock)
    {
        RuleFor(c => c.Text).NotEmpty().WithErrorCode("required").MaximumLength(1_000).WithErrorCode("length");
        RuleFor(c => c.On).Must(day => day is null || day <= Domain.Shanghai.DateOf(clock.GetUtcNow().AddHours(24))).WithErrorCode("range").WithMessage("More than 24 hours ahead.");
    }
}

sealed class TellReferrerHandler(VisitDesk desk, DeskStore visits, CommandLog commands, CurrentUser user, TimeProvider clock)
    : VisitCommandHandler<TellReferrer>(desk, visits, commands, user, clock)
{
    protected override Task Act(TellReferrer command, VisitRow visit, DateTimeOffset now)
    {
        var on = command.On ?? Domain.Shanghai.DateOf(now);
        FrontDeskRules.RequireFeedback(visit.SourceWord, visit.StateWord, visit.FeedbackOn, visit.ReceivedOn, on);
        return Visits.Tell(User.Account.Area.District, visit.Id, command.Text!.Trim(), on);
    }
}

/// <summary>Erases who came, the number and all words of a visit for good on a lawful ground (个人信息保护法 47); that somebody came stays counted.</summary>
[Needs(Permission.Erase)]
public sealed record EraseVisit : VisitCommand, IErasure
{
    /// <summary>The lawful ground; it is logged.</summary>
    public string? Reason { get; init; }

    (ErasedKind Kind, Guid Id, IReadOnlyList<string> Fields) IErasure.Erases => (ErasedKind.Visit, VisitId, []);
}

sealed class EraseVisitValidator : VisitCommandValidator<EraseVisit>
{
    public EraseVisitValidator() => RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(200).WithErrorCode("length");
}

sealed class EraseVisitHandler(VisitDesk desk, DeskStore visits, CommandLog commands, CurrentUser user, TimeProvider clock, AccessLog log)
    : VisitCommandHandler<EraseVisit>(desk, visits, commands, user, clock)
{
    protected override async Task Act(EraseVisit command, VisitRow visit, DateTimeOffset now)
    {
        await Visits.Erase(User.Account.Area.District, visit.Id, Domain.Shanghai.DateOf(now));
        await log.Add(Logged("Erase", visit, command.Reason!, now));
    }
}
