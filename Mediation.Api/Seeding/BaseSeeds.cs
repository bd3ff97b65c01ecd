using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Features.Areas;
using Mediation.Core.Features.Mediators;
using Mediation.Core.Features.Organisations;
using Mediation.Core.Messaging;
using MediatR;

namespace Mediation.Api.Seeding;

/// <summary>Enters areas, organisations and mediators of seeds/ by the public commands, so that a seed that breaks a rule fails.</summary>
sealed class BaseSeeds(IServiceScopeFactory scopes)
{
    const int AtATime = 16;

    public async Task Load(IReadOnlyList<SaveOrganisation> organisations, IReadOnlyList<SaveMediator> mediators, CancellationToken ct)
    {
        var founder = Founder(CentreOf(organisations));
        await using (var csv = SeedFolder.Open("areas-340803.csv"))
            await As(founder, async sender => await sender.Send(await sender.Send(new ReadAreaFile(csv), ct), ct));
        // Many at a time, for their order does not matter and a transaction takes many at once.
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = ct };
        await Parallel.ForEachAsync(organisations, parallel, async (organisation, _) => await As(founder, sender => sender.Send(organisation, ct)));
        await Parallel.ForEachAsync(mediators, parallel, async (mediator, _) => await As(founder, sender => sender.Send(mediator, ct)));
    }

    public static SaveOrganisation CentreOf(IReadOnlyList<SaveOrganisation> organisations) =>
        organisations.First(o => o is { Kind: OrganisationKind.GovernanceCenter, AreaCode.Level: AreaLevel.District });

    async Task As(Account account, Func<ISender, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().SignIn(account);
        await work(scope.ServiceProvider.GetRequiredService<ISender>());
    }

    /// <summary>Who enters the registry before there is anybody: no account, and gone when the seeds are in.</summary>
    static Account Founder(SaveOrganisation centre) => new()
    {
        Id = SeedId.Of("founder"), UserName = "founder", DisplayName = "founder", Roles = [Role.SysAdmin], OrganisationId = centre.Id,
        OrganisationName = centre.Name!, OrganisationKind = centre.Kind!.Value, Tier = centre.Tier!.Value, Area = centre.AreaCode!.Value,
    };
}
