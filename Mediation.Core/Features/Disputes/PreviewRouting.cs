using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>What registering would propose, with warnings and possible duplicates; nothing is saved.</summary>
[Needs(Permission.Register)]
public sealed record PreviewRouting : IntakeBody, IQuery<RoutingPreview>;

public sealed record RoutingPreview(RoutingView Routing, IReadOnlyList<Warning> Warnings, IReadOnlyList<DuplicateHint> PossibleDuplicates);

sealed class PreviewRoutingValidator : AbstractValidator<PreviewRouting>
{
    public PreviewRoutingValidator(TimeProvider clock) => Include(new IntakeValidator(clock));
}

sealed class PreviewRoutingHandler(DisputeDesk desk, Intake intake, DuplicateFinder duplicates) : IQueryHandler<PreviewRouting, RoutingPreview>
{
    public async Task<RoutingPreview> Handle(PreviewRouting query, CancellationToken ct)
    {
        _ = await intake.RequireArea(query);
        var step = desk.StepAt(null, query.DeviceTime);
        var (file, proposal) = await intake.File(Guid.CreateVersion7(), query, step);
        return new RoutingPreview(proposal, [.. DisputeWarnings.Of(file, step.Now)], await duplicates.Find(file));
    }
}
