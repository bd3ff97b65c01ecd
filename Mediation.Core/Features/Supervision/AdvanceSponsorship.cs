using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>How far a sponsored matter is: its stage, what came of it, and who confirms it.</summary>
[Needs(Permission.Direct), Supervises]
public sealed record AdvanceSponsorship : DisputeCommand
{
    public SponsorshipStage? Stage { get; init; }

    public string? Result { get; init; }

    /// <summary>Name and post; with the stage Confirmed.</summary>
    public string? ConfirmedBy { get; init; }
}

sealed class AdvanceSponsorshipValidator : DisputeCommandValidator<AdvanceSponsorship>
{
    public AdvanceSponsorshipValidator()
    {
        RuleFor(c => c.Stage).NotNull().WithErrorCode("required");
        Text(RuleFor(c => c.Result), 2_000);
        Text(RuleFor(c => c.ConfirmedBy), 100);
    }
}

sealed class AdvanceSponsorshipHandler(DisputeDesk desk, SupervisionDesk supervision) : DisputeCommandHandler<AdvanceSponsorship>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override Task Act(AdvanceSponsorship command, Dispute dispute, Step step)
    {
        supervision.RequireGoverning(dispute.File);
        dispute.AdvanceSponsorship(command.Stage!.Value, Trimmed(command.Result), Trimmed(command.ConfirmedBy), step);
        return Task.CompletedTask;
    }

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
