using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Seeds;

/// <summary>Fills an empty database with areas, organisations, mediators and accounts; answers whether it was empty.</summary>
public sealed record SeedBase(
    IReadOnlyList<SeedArea> Areas, IReadOnlyList<Organisation> Organisations, IReadOnlyList<Mediator> Mediators,
    IReadOnlyList<AccountSeed> Accounts) : ICommand<bool>;

public sealed record SeedArea(AreaCode Code, string Name, bool Sample);

/// <summary>An account to be made.</summary>
public sealed record AccountSeed
{
    public required Guid Id { get; init; }

    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    public required Guid OrganisationId { get; init; }

    public Guid? MediatorId { get; init; }

    public required string PasswordHash { get; init; }
}

sealed class SeedBaseHandler(DbSession db, OrganisationStore organisations, MediatorStore mediators, AccountStore accounts)
    : ICommandHandler<SeedBase, bool>
{
    static readonly DateOnly Beginning = new(1949, 10, 1);

    public async Task<bool> Handle(SeedBase command, CancellationToken ct)
    {
        if (await accounts.Any())
            return false;
        foreach (var area in command.Areas)
            await Add(area);
        foreach (var organisation in command.Organisations)
            await organisations.Save(organisation, 1);
        var areaOf = command.Organisations.ToDictionary(o => o.Id, o => o.Area);
        foreach (var mediator in command.Mediators)
            await mediators.Save(mediator, areaOf[mediator.OrganisationId], 1);
        foreach (var account in command.Accounts)
        {
            await accounts.Add(
                account.Id, account.UserName, account.DisplayName, account.Roles, account.OrganisationId, account.MediatorId, account.PasswordHash);
        }
        return true;
    }

    Task<int> Add(SeedArea area) => db.Execute(
        """
        insert into area (code, name, parent, level, valid_from, sample) values (@code, @Name, @parent, @level, @Beginning, @sample)
        on conflict (code) do nothing
        """,
        new
        {
            code = area.Code.Value, area.Name, parent = area.Code.Parent?.Value, level = area.Code.Level.ToString(), Beginning,
            sample = area.Sample ? 1 : 0,
        });
}
