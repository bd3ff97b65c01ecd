using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Judges the level of a matter anew by the rules, or raises it by a person's own word; lowering needs a second person.</summary>
[Needs(Permission.Mediate, Permission.Direct)]
public sealed record AssessLevel : DisputeCommand
{
    /// <summary>None: what the rules find now.</summary>
    public RiskLevel? Level { get; init; }

    public string? Reason { get; init; }
}

sealed class AssessLevelValidator : DisputeCommandValidator<AssessLevel>
{
    public AssessLevelValidator() => Text(RuleFor(c => c.Reason), 500, required: true);
}

sealed class AssessLevelHandler(DisputeDesk desk, Router router) : DisputeCommandHandler<AssessLevel>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override async Task Act(AssessLevel command, Dispute dispute, Step step) =>
        dispute.AssessLevel(await router.LevelCheck(dispute, command.Level), command.Reason!.Trim(), step);
}
