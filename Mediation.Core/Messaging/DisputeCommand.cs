using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Messaging;

/// <summary>What every command on a dispute carries beside its own fields.</summary>
[Offline]
public abstract record DisputeCommand : ICommand<DisputeView>
{
    [JsonIgnore]
    public Guid DisputeId { get; init; }

    /// <summary>A keyed digest of the body as sent; the same command with the same digest is answered, not repeated.</summary>
    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    /// <summary>Made by the client.</summary>
    public Guid CommandId { get; init; }

    /// <summary>The version of the dispute that the person saw.</summary>
    public int? BaseVersion { get; init; }

    /// <summary>For a later command of an offline chain: the command before it, in place of the version.</summary>
    public Guid? After { get; init; }

    /// <summary>Event date, default today in Asia/Shanghai.</summary>
    public DateOnly? On { get; init; }

    public DateTimeOffset? DeviceTime { get; init; }

    /// <summary>Up to 2,000 characters.</summary>
    public string? Note { get; init; }

    /// <summary>When two people changed the same field: what a person chose between; both values are journalled.</summary>
    public ConflictResolution? ResolveConflict { get; init; }
}

public sealed record ConflictResolution(string Field, string? Mine, string? Theirs);

abstract class DisputeCommandValidator<TCommand> : AbstractValidator<TCommand> where TCommand : DisputeCommand
{
    protected DisputeCommandValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.BaseVersion).NotNull().When(c => c.After is null).WithErrorCode("required")
            .WithMessage("Say which version was seen (baseVersion), or which command this one follows (after).");
        RuleFor(c => c.BaseVersion).GreaterThan(0).WithErrorCode("range");
        RuleFor(c => c.Note).MaximumLength(2_000).WithErrorCode("length");
        RuleFor(c => c.ResolveConflict!.Field).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("length")
            .When(c => c.ResolveConflict is not null);
        RuleFor(c => c.ResolveConflict!.Mine).MaximumLength(2_000).WithErrorCode("length").When(c => c.ResolveConflict is not null);
        RuleFor(c => c.ResolveConflict!.Theirs).MaximumLength(2_000).WithErrorCode("length").When(c => c.ResolveConflict is not null);
    }

    protected static void Text(IRuleBuilder<TCommand, string?> rule, int longest, bool required = false)
    {
        if (required)
            rule.NotEmpty().WithErrorCode("required");
        rule.MaximumLength(longest).WithErrorCode("length");
    }
}
