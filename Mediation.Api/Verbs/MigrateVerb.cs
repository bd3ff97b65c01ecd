using Mediation.Core.Data;
using Mediation.Core.Features.Operations;

namespace Mediation.Api.Verbs;

sealed class MigrateVerb : Verb
{
    public override string Name => "migrate";

    public override string Usage => "migrate";

    public override string Does => "Brings the schema up to date, as every start does, and ends.";

    public override string Details => "It takes no options. Two that run at once take turns; what is up to date stays as it is.";

    public override string Refuses => "the schema is not what the migrations make";

    public override string Example => "migrate";

    public override async Task<int> Run(IReadOnlyList<string> options, CancellationToken ct)
    {
        VerbOptions.Read(options, [], []);
        await using var host = VerbHost.Open();
        var outcome = await host.Ask(sender => sender.Send(new VerifySchema((_, _, _) => { }, Pages: false), ct));
        return outcome.IsGood
            ? VerbTable.Say($"The schema of {host.Services.GetRequiredService<IDatabase>().Engine} is up to date.")
            : VerbTable.Complain(ExitCode.Refused, string.Join('\n', outcome.First));
    }
}
