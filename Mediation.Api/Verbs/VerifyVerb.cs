using System.Globalization;
using Mediation.Core.Data;
using Mediation.Core.Features.Dossier;
using Mediation.Core.Features.Journal;
using Mediation.Core.Features.Operations;
using Mediation.Core.Features.Reports;

namespace Mediation.Api.Verbs;

sealed class VerifyVerb : Verb
{
    public override string Name => "verify";

    public override string Usage => "verify";

    public override string Does => "Checks schema, tallies, every journal chain and every attachment; changes nothing.";

    public override string Details =>
        """
        It takes no options, and may run beside the service: each district is read in one state of the database. Every check says how much
        it looked at and names the first faults. On a million disputes it takes some minutes; the write-ahead log of SQLite grows meanwhile.
        """;

    public override string Refuses => "something is wrong";

    public override string Example => "verify";

    public override async Task<int> Run(IReadOnlyList<string> options, CancellationToken ct)
    {
        VerbOptions.Read(options, [], []);
        await using var host = VerbHost.Look();
        return await Verify(host, ct);
    }

    /// <summary>Everything, to standard output; the exit code says whether it is good.</summary>
    public static async Task<int> Verify(VerbHost host, CancellationToken ct)
    {
        var progress = new VerbProgress();
        var outcomes = new List<CheckOutcome> { await host.Ask(sender => sender.Send(new VerifySchema(progress.Tell), ct)) };
        if (outcomes[0].IsGood)
        {
            await host.Vault();
            foreach (var district in await host.Ask(sender => sender.Send(new ListDistricts(), ct)))
            {
                outcomes.Add(await host.Ask(sender => sender.Send(new VerifyChains(district, progress.Tell), ct), frozen: true));
                outcomes.Add(await host.Ask(sender => sender.Send(new RecountTallies(district, progress.Tell), ct), frozen: true));
            }
            outcomes.Add(await host.Ask(sender => sender.Send(new VerifyContents(progress.Tell), ct)));
        }
        progress.End();
        foreach (var check in outcomes.GroupBy(outcome => outcome.Check))
            Print(check.Key, check.Sum(one => one.Looked), check.Sum(one => one.Faults), check.SelectMany(one => one.First));
        return outcomes.All(outcome => outcome.IsGood) ? ExitCode.Done : ExitCode.Refused;
    }

    static void Print(string check, long looked, long faults, IEnumerable<string> first)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{check,-12} {looked,12:N0} checked  {(faults == 0 ? "good" : $"{faults:N0} faults")}"));
        foreach (var fault in first.Take(CheckOutcome.Shown))
            Console.WriteLine($"  {fault}");
    }
}
