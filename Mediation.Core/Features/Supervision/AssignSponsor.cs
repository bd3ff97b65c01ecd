using FluentValidation;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>Names the leader, the responsible unit and the responsible person of a major matter or long petition; what is left out is not named yet.</summary>
[Needs(Permission.Direct), Supervises]
public sealed record AssignSponsor : DisputeCommand
{
    public string? LeaderName { get; init; }

    public string? LeaderPost { get; init; }

    public Tier? LeaderTier { get; init; }

    public string? Unit { get; init; }

    public string? Person { get; init; }

    /// <summary>Default the event date.</summary>
    public DateOnly? AcceptedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>一案一策, to 2,000 characters.</summary>
    public string? Plan { get; init; }
}

sealed class AssignSponsorValidator : DisputeCommandValidator<AssignSponsor>
{
    public AssignSponsorValidator(TimeProvider clock)
    {
        Text(RuleFor(c => c.LeaderName), 100);
        Text(RuleFor(c => c.LeaderPost), 100);
        RuleFor(c => c.LeaderPost).NotEmpty().When(c => !string.IsNullOrWhiteSpace(c.LeaderName)).WithErrorCode("required");
        RuleFor(c => c.LeaderTier).NotNull().When(c => !string.IsNullOrWhiteSpace(c.LeaderName)).WithErrorCode("required");
        RuleFor(c => c.LeaderName).NotEmpty().When(c => string.IsNullOrWhiteSpace(c.Unit) && string.IsNullOrWhiteSpace(c.Person)).WithErrorCode("required")
            .WithMessage("Name the leader, the unit or the person.");
        Text(RuleFor(c => c.Unit), 100);
        Text(RuleFor(c => c.Person), 100);
        RuleFor(c => c.AcceptedOn).Must(day => day is null || day.Value.Year >= 2000).WithErrorCode("range").WithMessage("Before 2000.");
        RuleFor(c => c.DueOn).Must(day => day is null || day.Value.Year >= 2000 && day <= Shanghai.DateOf(clock.GetUtcNow()).AddYears(10)).WithErrorCode("range")
            .WithMessage("From 2000 to ten years ahead.");
        Text(RuleFor(c => c.Plan), 2_000);
    }
}

sealed class AssignSponsorHandler(DisputeDesk desk, SupervisionDesk supervision) : DisputeCommandHandler<AssignSponsor>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override Task Act(AssignSponsor command, Dispute dispute, Step step)
    {
        supervision.RequireGoverning(dispute.File);
        var leader = Trimmed(command.LeaderName);
        dispute.Sponsor(new Sponsorship
        {
            LeaderName = leader, LeaderPost = leader is null ? null : Trimmed(command.LeaderPost), LeaderTier = leader is null ? null : command.LeaderTier,
            Unit = Trimmed(command.Unit), Person = Trimmed(command.Person), AcceptedOn = command.AcceptedOn ?? step.On, DueOn = command.DueOn, Plan = Trimmed(command.Plan),
        }, step);
        return Task.CompletedTask;
    }

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
