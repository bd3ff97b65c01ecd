using Mediation.Api.Seeding;
using Mediation.Core.Features.Seeds;
using Mediation.Core.Messaging;

namespace Mediation.Api.Verbs;

sealed class SeedVerb : Verb
{
    public override string Name => "seed";

    public override string Usage => "seed base";

    public override string Does => "Loads areas and organisations from seeds/ into an empty database; do this first.";

    public override string Details => "It takes no options. Rules and calendar come with the first start.";

    public override string Refuses => "the database is not empty";

    public override string Example => "seed base";

    public override async Task<int> Run(IReadOnlyList<string> options, CancellationToken ct)
    {
        if (VerbOptions.Read(options, [], [], words: 1).Words is not ["base"])
            throw new VerbUseException("There is nothing but 'base' to seed.");
        var organisations = await SeedFolder.Organisations(ct);
        await using var host = VerbHost.Open();
        if (await host.Ask(sender => sender.Send(new ReadSeedState(), ct)) is not { Accounts: 0, Organisations: 0 })
            throw new ConflictException("seed.not-empty", "The database is not empty. This verb comes before create-admin; now an administrator imports areas and enters the registry.");
        await new BaseSeeds(host.Services.GetRequiredService<IServiceScopeFactory>()).Load(organisations, [], ct);
        return VerbTable.Say($"Areas and {organisations.Count} organisations were loaded.");
    }
}
