using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Mediators;

/// <summary>Enters a mediator, or changes what is known of one; the history of statuses only grows.</summary>
[Needs(Permission.ManageRegistry)]
public sealed record SaveMediator : MediatorFields, ICommand<SavedMediator>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The version that was seen; none for a new one.</summary>
    public int? BaseVersion { get; init; }
}

/// <summary>The mediator as he is now, and whether this command entered him.</summary>
public sealed record SavedMediator(MediatorView Mediator, bool Created);

sealed class SaveMediatorValidator : MediatorFieldsValidator<SaveMediator>
{
    public SaveMediatorValidator()
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.BaseVersion).GreaterThan(0).WithErrorCode("range");
        RuleFor(c => c.Deputy!.MediatorId).NotEqual(c => c.Id).When(c => c.Deputy is not null).WithErrorCode("range")
            .WithMessage("Nobody stands in for himself.");
    }
}

sealed class SaveMediatorHandler(
    MediatorStore mediators, OrganisationStore organisations, AccountStore accounts, CurrentUser user, TimeProvider clock)
    : ICommandHandler<SaveMediator, SavedMediator>
{
    public async Task<SavedMediator> Handle(SaveMediator command, CancellationToken ct)
    {
        var (now, area) = (clock.GetUtcNow(), await AreaOf(command.OrganisationId!.Value));
        var today = Shanghai.DateOf(now);
        var known = await mediators.ReadForChange(command.Id);
        if (known is null ? command.BaseVersion is not null : !user.Account.Area.Holds(known.Area))
            throw new NotFoundException("The mediator");
        if (known is not null && IsReplay(command, known, today))
            return new(MediatorView.Of(known, today), Created: false);
        if (known?.Version != command.BaseVersion)
            throw new StaleException("mediator.stale", MediatorView.Of(known!, today));
        var wanted = command.ToMediator(command.Id, known?.Mediator, today);
        RefuseOpenDesk(known, wanted);
        await RequireDeputy(wanted);
        // Somebody else may have been quicker with the same id: then look again.
        if (!await mediators.Save(wanted, area, (known?.Version ?? 0) + 1))
            return await Handle(command, ct);
        await FollowWithAccount(known?.Mediator.Status ?? MediatorStatus.Active, wanted, now);
        return new(MediatorView.Of((await mediators.Read(command.Id, ct))!, today), Created: known is null);
    }

    async Task<AreaCode> AreaOf(Guid organisationId) =>
        await organisations.Get(organisationId) is { } organisation && user.Account.Area.Holds(organisation.Area)
            ? organisation.Area
            : throw new NotFoundException("The organisation");

    // The same status again is no change, whatever reason is sent along with it.
    static bool IsReplay(SaveMediator command, RegisteredMediator known, DateOnly today) =>
        (command.Status ?? known.Mediator.Status) == known.Mediator.Status
        && MediatorStore.Same(command.ToMediator(command.Id, known.Mediator, today), known.Mediator);

    static void RefuseOpenDesk(RegisteredMediator? known, Mediator wanted)
    {
        var leaves = wanted.Status is MediatorStatus.Resigned or MediatorStatus.Removed || known?.Mediator.OrganisationId != wanted.OrganisationId;
        if (known is { OpenCases: > 0 } && leaves)
            throw new RuleViolationException(
                "mediator.desk-open", $"{known.OpenCases} open cases are on this desk; hand it over first (desk-handover).", "desk handover", "status");
    }

    async Task RequireDeputy(Mediator wanted)
    {
        if (wanted.Deputy is { } deputy && !(await mediators.Read(deputy.MediatorId) is { } row && user.Account.Area.Holds(row.Area)))
            throw new RuleViolationException("mediator.deputy-unknown", "The deputy is no mediator of this area.", "registry", "deputy.mediatorId");
    }

    /// <summary>Who is stopped or leaves loses the account's sessions at once; who comes back signs in again.</summary>
    async Task FollowWithAccount(MediatorStatus before, Mediator wanted, DateTimeOffset now)
    {
        if (wanted.Status == before)
            return;
        if (wanted.Status == MediatorStatus.Active)
            await accounts.UnblockOfMediator(wanted.Id);
        else
            await accounts.BlockOfMediator(wanted.Id, AccountStore.BlockedWithMediator, now);
    }
}
