using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.FrontDesk;

/// <summary>Shows the phone of a visitor in full, for a reason; it is logged.</summary>
[Needs(Permission.Reveal)]
public sealed record RevealVisit : ICommand<RevealedVisit>
{
    [JsonIgnore]
    public Guid VisitId { get; init; }

    public string? Reason { get; init; }
}

public sealed record RevealedVisit(string? Phone);

sealed class RevealVisitValidator : AbstractValidator<RevealVisit>
{
    public RevealVisitValidator() => RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(200).WithErrorCode("length");
}

sealed class RevealVisitHandler(VisitDesk desk, AccessLog log, CurrentUser user, TimeProvider clock) : ICommandHandler<RevealVisit, RevealedVisit>
{
    public async Task<RevealedVisit> Handle(RevealVisit command, CancellationToken ct)
    {
        var visit = await desk.Load(command.VisitId);
        await log.Add(new AccessRow
        {
            Id = Guid.CreateVersion7(), At = clock.GetUtcNow(), AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = "Reveal",
            DistrictCode = user.Account.Area.District.Value, Detail = $"visit {visit.Id}: {command.Reason!.Trim()}",
        });
        return new RevealedVisit(visit.Phone);
    }
}
