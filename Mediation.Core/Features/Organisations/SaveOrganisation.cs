using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Organisations;

/// <summary>Sets up a committee or centre, or changes what is known of it.</summary>
[Needs(Permission.ManageRegistry)]
public sealed record SaveOrganisation : ICommand<SavedOrganisation>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public OrganisationKind? Kind { get; init; }

    public string? Name { get; init; }

    public string? ShortName { get; init; }

    public AreaCode? AreaCode { get; init; }

    /// <summary>Follows from the area; one that is stated must fit it.</summary>
    public Tier? Tier { get; init; }

    public IReadOnlyList<DisputeType>? Types { get; init; }

    public CommitteeMembers? Members { get; init; }

    public DateOnly? TermFrom { get; init; }

    public DateOnly? TermTo { get; init; }

    public string? OnCallPhone { get; init; }

    public DateOnly? DissolvedOn { get; init; }

    /// <summary>The version that was seen; none for a new one.</summary>
    public int? BaseVersion { get; init; }

    internal Organisation ToOrganisation() => new()
    {
        Id = Id, Kind = Kind!.Value, Name = Name!.Trim(), ShortName = ShortName!.Trim(), Area = AreaCode!.Value,
        Tier = Tier ?? OrganisationRules.TierOf(AreaCode.Value.Level), Types = [.. (Types ?? []).Distinct()], Members = Members, TermFrom = TermFrom,
        TermTo = TermTo, OnCallPhone = OnCallPhone, DissolvedOn = DissolvedOn,
    };
}

/// <summary>The organisation as it is now, and whether this command made it.</summary>
public sealed record SavedOrganisation(OrganisationView Organisation, bool Created);

sealed class SaveOrganisationValidator : AbstractValidator<SaveOrganisation>
{
    public SaveOrganisationValidator()
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        RuleFor(c => c.Name).NotEmpty().WithErrorCode("required").Length(2, 100).WithErrorCode("length");
        RuleFor(c => c.ShortName).NotEmpty().WithErrorCode("required").Length(1, 30).WithErrorCode("length");
        RuleFor(c => c.AreaCode).NotNull().WithErrorCode("required");
        RuleFor(c => c.OnCallPhone).MaximumLength(30).WithErrorCode("length");
        RuleFor(c => c.TermTo).GreaterThanOrEqualTo(c => c.TermFrom).When(c => c.TermFrom is not null && c.TermTo is not null).WithErrorCode("order");
        RuleFor(c => c.BaseVersion).GreaterThan(0).WithErrorCode("range");
        RuleFor(c => c.Members!.Count).InclusiveBetween(0, 1_000).When(c => c.Members is not null).WithErrorCode("range");
        RuleFor(c => c.Members!.Women).InclusiveBetween(0, 1_000).LessThanOrEqualTo(c => c.Members!.Count)
            .When(c => c.Members is not null).WithErrorCode("range");
    }
}

sealed class SaveOrganisationHandler(OrganisationStore organisations, CurrentUser user, TimeProvider clock)
    : ICommandHandler<SaveOrganisation, SavedOrganisation>
{
    public async Task<SavedOrganisation> Handle(SaveOrganisation command, CancellationToken ct)
    {
        var wanted = command.ToOrganisation();
        var known = await organisations.FindForChange(command.Id);
        if (!user.Account.Area.Holds(wanted.Area) || known is { } there && !user.Account.Area.Holds(there.Organisation.Area)
            || known is null && command.BaseVersion is not null)
            throw new NotFoundException("The organisation");
        if (known is var (current, version))
        {
            if (OrganisationStore.Same(current, wanted))
                return Answer(current, version, created: false);
            if (command.BaseVersion != version)
                throw new StaleException("organisation.stale", View(current, version));
            OrganisationRules.CheckMove(current, wanted);
        }
        OrganisationRules.Check(wanted);
        if (!await organisations.KnowsArea(wanted.Area))
            throw new RuleViolationException("area.unknown", "The area code is not in the tree of areas.", "areas", "areaCode");
        if (await organisations.ShortNameTaken(wanted))
            throw new ConflictException("organisation.short-name-taken", "Another organisation of the district bears this short name.");
        var next = (known?.Version ?? 0) + 1;
        // Somebody else may have been quicker with the same id: then look again.
        return await organisations.Save(wanted, next) ? Answer(wanted, next, created: next == 1) : await Handle(command, ct);
    }

    SavedOrganisation Answer(Organisation organisation, int version, bool created) => new(View(organisation, version), created);

    OrganisationView View(Organisation organisation, int version) =>
        OrganisationView.Of(organisation, version, Shanghai.DateOf(clock.GetUtcNow()));
}
