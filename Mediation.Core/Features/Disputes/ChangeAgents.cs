using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Parties;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>A party gives somebody power to act for it, or takes it back (民法典 165, 173); to settle needs special authority (民事诉讼法 62).</summary>
[Needs(Permission.Mediate)]
public sealed record ChangeAgents : DisputeCommand
{
    public AgentChange? Action { get; init; }

    public Guid? PartyId { get; init; }

    public AgentBody? Agent { get; init; }
}

public enum AgentChange { Add, Revoke }

public sealed record AgentBody
{
    /// <summary>Of a new one, made by the client when it needs to name the agent later; else by the server.</summary>
    public Guid? Id { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public AgentScope? Scope { get; init; }

    /// <summary>The first day of the power; default the day of the step.</summary>
    public DateOnly? From { get; init; }
}

sealed class ChangeAgentsValidator : DisputeCommandValidator<ChangeAgents>
{
    public ChangeAgentsValidator(TimeProvider clock)
    {
        RuleFor(c => c.Action).NotNull().WithErrorCode("required");
        RuleFor(c => c.PartyId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Agent).NotNull().WithErrorCode("required");
        RuleFor(c => c.Agent!.Id).NotEqual(Guid.Empty).WithErrorCode("required").WithMessage("An id, or none.").When(c => c.Agent is not null);
        RuleFor(c => c.Agent!.Phone).MaximumLength(40).WithErrorCode("length").When(c => c.Agent is not null);
        RuleFor(c => c.Agent!.Name).MaximumLength(100).WithErrorCode("length").When(c => c.Agent is not null);
        RuleFor(c => c.Agent!.From).HasHappened(clock).When(c => c.Agent is not null);
        RuleFor(c => c.Agent!).Must(a => !string.IsNullOrWhiteSpace(a.Name)).OverridePropertyName("agent.name").WithErrorCode("required").WithMessage("Say who acts.")
            .When(c => c is { Action: AgentChange.Add, Agent: not null });
        RuleFor(c => c.Agent!).Must(a => a.Scope is not null).OverridePropertyName("agent.scope").WithErrorCode("required").WithMessage("General or special authority.")
            .When(c => c is { Action: AgentChange.Add, Agent: not null });
        RuleFor(c => c.Agent!).Must(a => a.Id is not null).OverridePropertyName("agent.id").WithErrorCode("required").WithMessage("Say whose power ends.")
            .When(c => c is { Action: AgentChange.Revoke, Agent: not null });
    }
}

sealed class ChangeAgentsHandler(DisputeDesk desk) : DisputeCommandHandler<ChangeAgents>(desk)
{
    protected override Task Act(ChangeAgents command, Dispute dispute, Step step)
    {
        var (partyId, agent) = (command.PartyId!.Value, command.Agent!);
        if (command.Action == AgentChange.Revoke)
            dispute.RevokeAgent(partyId, agent.Id!.Value, step);
        else
            dispute.AddAgent(partyId, new Agent
            {
                Id = agent.Id ?? command.CommandId, Name = agent.Name!.Trim(), Phone = string.IsNullOrWhiteSpace(agent.Phone) ? null : Phone.Normalise(agent.Phone),
                Scope = agent.Scope!.Value, From = agent.From ?? step.On,
            }, step);
        return Task.CompletedTask;
    }
}
