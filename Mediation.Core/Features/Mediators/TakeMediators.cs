using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Mediators;

/// <summary>Takes a checked mediator file into the registry, all of it or nothing.</summary>
[Needs(Permission.ManageRegistry)]
public sealed record TakeMediators(IReadOnlyList<PreparedMediator> Mediators) : ICommand<ImportedMediators>;

/// <summary>A line that was checked, and the version of the registry that it was checked against.</summary>
public sealed record PreparedMediator(Mediator Mediator, AreaCode Area, int KnownVersion, bool Unchanged);

/// <summary>What a file brought.</summary>
public sealed record ImportedMediators(int Created, int Updated, int Unchanged);

sealed class TakeMediatorsHandler(MediatorStore mediators, OrganisationStore organisations, CurrentUser user) : ICommandHandler<TakeMediators, ImportedMediators>
{
    public async Task<ImportedMediators> Handle(TakeMediators command, CancellationToken ct)
    {
        foreach (var entered in command.Mediators.Where(one => one.KnownVersion == 0).GroupBy(one => one.Mediator.OrganisationId))
            await RefuseOvertaken(entered.Key, [.. entered.Select(one => one.Mediator)]);
        foreach (var (mediator, area, version, unchanged) in command.Mediators)
        {
            if (!user.Account.Area.Holds(area))
                throw new NotFoundException("The organisation");
            if (!unchanged && !await mediators.Save(mediator, area, version + 1))
                throw Overtaken();
        }
        return new ImportedMediators(
            command.Mediators.Count(one => one.KnownVersion == 0), command.Mediators.Count(one => one is { KnownVersion: > 0, Unchanged: false }),
            command.Mediators.Count(one => one.Unchanged));
    }

    /// <summary>The same file sent twice at once enters nobody twice: imports into one organisation take turns, and the second one sees the first.</summary>
    async Task RefuseOvertaken(Guid organisationId, IReadOnlyList<Mediator> entered)
    {
        _ = await organisations.FindForChange(organisationId);
        var there = (await mediators.OfOrganisation(organisationId)).Select(row => row.Mediator).ToList();
        if (entered.Any(one => there.Any(other => other.Name == one.Name && other.CertificateNumber == one.CertificateNumber)))
            throw Overtaken();
    }

    static ConflictException Overtaken() => new("import.overtaken", "The registry was changed while the file was checked; please send it again.");
}
