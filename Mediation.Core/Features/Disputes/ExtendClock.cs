using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Clocks;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>
/// More time for a running clock: those of a case by the parties (medical: and the committee), those of the matter by an organisation of a
/// higher tier, those of another organ as that organ granted it; the others by nobody.
/// </summary>
[Needs(Permission.Mediate, Permission.SendDown)]
public sealed record ExtendClock : DisputeCommand
{
    public Clock? Clock { get; init; }

    /// <summary>The new last day; it is fixed and does not roll over days of rest.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The parties who said yes; case clocks need all of both sides.</summary>
    public IReadOnlyList<Guid>? AgreedBy { get; init; }

    /// <summary>The paper or the reason, to 500 characters.</summary>
    public string? Evidence { get; init; }
}

sealed class ExtendClockValidator : DisputeCommandValidator<ExtendClock>
{
    const int MostYears = 10;

    public ExtendClockValidator(TimeProvider clock)
    {
        RuleFor(c => c.Clock).NotNull();
        RuleFor(c => c.Until).NotNull().WithErrorCode("required")
            .Must(day => day is null || day.Value.Year >= 1900 && day <= Shanghai.DateOf(clock.GetUtcNow()).AddYears(MostYears))
            .WithErrorCode("range").WithMessage("From 1900 to ten years ahead.");
        RuleFor(c => c.AgreedBy).Must(ids => ids is null || ids.Count <= 200 && ids.Distinct().Count() == ids.Count).WithErrorCode("length").WithMessage("At most 200, each once.");
        RuleFor(c => c.Evidence).NotEmpty().MaximumLength(500);
    }
}

sealed class ExtendClockHandler(DisputeDesk desk, ClockIndex clocks, DbSession db, ReferenceData reference, OrganisationStore organisations, CurrentUser user)
    : ICommandHandler<ExtendClock, DisputeView>
{
    public Task<DisputeView> Handle(ExtendClock command, CancellationToken ct) =>
        desk.Run(command, IsOfOfficeAbove(command) ? Turn.InScope : Turn.Responsible, (dispute, step) => Act(command, dispute, step));

    async Task Act(ExtendClock command, Dispute dispute, Step step)
    {
        if (IsOfOfficeAbove(command))
            await RequireAbove(dispute.File);
        else if (!user.Account.May(Permission.Mediate))
            throw new ForbiddenException("role.not-allowed", "A mediator records what the parties agreed.");
        var running = (await clocks.Clocks(dispute.File)).LastOrDefault(c => c.Rule.Clock == command.Clock && !c.IsMet);
        dispute.ExtendClock(
            new ClockExtension(command.Clock!.Value, command.Until!.Value, step.On) { AgreedBy = command.AgreedBy ?? [], Evidence = command.Evidence },
            running, await reference.Calendar(db), step);
    }

    static bool IsOfOfficeAbove(ExtendClock command) => ClockTable.Of(command.Clock!.Value).ExtendedBy == ClockExtender.OfficeAbove;

    /// <summary>Only matter clocks have a superior, and it answers for the place (domain 12).</summary>
    async Task RequireAbove(DisputeFile file)
    {
        var holder = await organisations.Get(file.HolderId);
        if (holder is null || !user.Account.SeesArea || user.Account.Tier <= holder.Tier || !user.Account.May(Permission.SendDown))
            throw new ForbiddenException("clock.not-above", "Only an organisation of a higher tier than the holder extends a limit of the matter.");
    }
}
