using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>One sitting: who was there, what was said, and how it ended. Everybody there was told of rights before (人民调解法 23).</summary>
[Needs(Permission.Mediate)]
public sealed record HoldSession : DisputeCommand
{
    public string? Place { get; init; }

    /// <summary>Ids of the parties present.</summary>
    public IReadOnlyList<Guid>? AttendeeIds { get; init; }

    /// <summary>Relatives, neighbours, experts: with the parties' consent (20).</summary>
    public IReadOnlyList<string>? Invitees { get; init; }

    /// <summary>Parties who agreed to the invitees.</summary>
    public IReadOnlyList<Guid>? InviteesAcceptedBy { get; init; }

    /// <summary>Held in public (人民调解法 23); closed when nothing is said.</summary>
    public bool? Open { get; init; }

    /// <summary>Parties who agreed to an open session; a medical one needs them all.</summary>
    public IReadOnlyList<Guid>? OpenAcceptedBy { get; init; }

    public string? Record { get; init; }

    public SessionResult? Result { get; init; }

    /// <summary>How the matter looks now: raised freely; without it the rules judge. Lowering is asked for apart.</summary>
    public RiskLevel? Level { get; init; }
}

sealed class HoldSessionValidator : DisputeCommandValidator<HoldSession>
{
    public HoldSessionValidator()
    {
        RuleFor(c => c.Result).NotNull();
        RuleFor(c => c.AttendeeIds).NotEmpty().WithMessage("Say which parties were present.");
        RuleFor(c => c.AttendeeIds).Must(ids => ids is null || ids.Count <= 200).WithMessage("At most 200.");
        RuleFor(c => c.Place).MaximumLength(100);
        RuleFor(c => c.Record).MaximumLength(20_000);
        RuleFor(c => c.Invitees).Must(i => i is null || i.Count <= 50).WithMessage("At most 50.");
        RuleFor(c => c.InviteesAcceptedBy).Must(ids => ids is null || ids.Count <= 200).WithErrorCode("length").WithMessage("At most 200.");
        RuleFor(c => c.OpenAcceptedBy).Must(ids => ids is null || ids.Count <= 200).WithErrorCode("length").WithMessage("At most 200.");
        RuleForEach(c => c.Invitees).NotEmpty().MaximumLength(100);
    }
}

sealed class HoldSessionHandler(DisputeDesk desk, Router router) : DisputeCommandHandler<HoldSession>(desk)
{
    protected override async Task Act(HoldSession command, Dispute dispute, Step step) =>
        dispute.HoldSession(new MediationSession
        {
            On = step.On, Place = command.Place, AttendeeIds = [.. command.AttendeeIds!.Distinct()], Invitees = command.Invitees ?? [], Record = command.Record,
            Result = command.Result!.Value, InviteesAcceptedBy = [.. (command.InviteesAcceptedBy ?? []).Distinct()], Open = command.Open ?? false,
            OpenAcceptedBy = [.. (command.OpenAcceptedBy ?? []).Distinct()],
        }, step, await router.LevelCheck(dispute, command.Level, command.Result == SessionResult.NotAgreed));
}
