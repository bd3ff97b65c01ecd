using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>A signature drawn on a screen, as vectors with time and signer: for notices, records and receipts, for agreements only as 电子签名法 3 allows.</summary>
[Needs(Permission.Mediate)]
public sealed record DrawStrokes : DisputeCommand
{
    /// <summary>Made by the client.</summary>
    public Guid Id { get; init; }

    public StrokePurpose? Purpose { get; init; }

    /// <summary>Exactly one of party, mediator and agent.</summary>
    public Guid? PartyId { get; init; }

    public Guid? MediatorId { get; init; }

    public Guid? AgentId { get; init; }

    /// <summary>By the device's clock.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>Strokes of points [x, y, t]: places from 0 to 10,000, milliseconds since the first touch up to 600,000; 200 strokes and 5,000 points at most.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<int>>>? Strokes { get; init; }
}

sealed class DrawStrokesValidator : DisputeCommandValidator<DrawStrokes>
{
    public DrawStrokesValidator(TimeProvider clock)
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Purpose).NotNull();
        RuleFor(c => c.PartyId).NotNull().When(c => c.MediatorId is null && c.AgentId is null).WithErrorCode("required")
            .WithMessage("Say who signed: a party, a mediator or an agent.");
        RuleFor(c => c.PartyId).Must((c, _) => new[] { c.PartyId, c.MediatorId, c.AgentId }.Count(id => id is not null) <= 1)
            .WithErrorCode("duplicate").WithMessage("One person signs: a party, a mediator or an agent.");
        RuleFor(c => c.SignedAt).NotNull();
        RuleFor(c => c.SignedAt).Must(at => at is null || at.Value.Year >= 2000 && at <= clock.GetUtcNow().AddHours(24)).WithErrorCode("range")
            .WithMessage("Before 2000, or more than 24 hours ahead.");
        RuleFor(c => c.Strokes).NotNull();
        RuleFor(c => c.Strokes).Must(strokes => strokes is null || StrokeVectors.AreValid(strokes)).WithErrorCode("range")
            .WithMessage("Strokes of points [x, y, t] within their bounds, in the order in which they were drawn.");
    }
}

sealed class DrawStrokesHandler(DisputeDesk desk, StrokeStore strokes) : DisputeCommandHandler<DrawStrokes>(desk)
{
    protected override async Task Act(DrawStrokes command, Dispute dispute, Step step)
    {
        var drawn = new DrawnSignature
        {
            Id = command.Id, Purpose = command.Purpose!.Value, PartyId = command.PartyId, MediatorId = command.MediatorId, AgentId = command.AgentId,
            // Cut to milliseconds, as it stands in the journal.
            SignedAt = DateTimeOffset.FromUnixTimeMilliseconds(command.SignedAt!.Value.ToUnixTimeMilliseconds()),
        };
        dispute.RefuseDrawing(drawn, step);
        var digest = await strokes.Add(dispute.File.Area.District.Value, dispute.File.Id, drawn.Id, command.Strokes!)
            ?? throw new ConflictException("id.taken", "This id is taken.");
        dispute.DrawSignature(drawn, digest, step);
    }
}
