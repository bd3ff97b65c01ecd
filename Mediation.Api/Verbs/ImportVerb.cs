using System.Text.Json;
using Mediation.Api.Http;
using Mediation.Core.Domain.Access;
using Mediation.Core.Features.Areas;
using Mediation.Core.Features.Calendar;
using Mediation.Core.Features.Mediators;

namespace Mediation.Api.Verbs;

sealed class ImportVerb : Verb
{
    /// <summary>What may be taken in, each by the use case that HTTP has for it; another kind is another line.</summary>
    static readonly Dictionary<string, (string Told, Func<VerbHost, Account, string, CancellationToken, Task<string>> Take)> Kinds = new()
    {
        ["areas"] = ("CSV of areas, whole or not at all", Areas),
        ["mediators"] = ("CSV of mediators, whole or not at all", Mediators),
        ["calendar"] = ("JSON of holiday notices by year", Calendar),
        ["disputes"] = ("CSV of an old ledger; the same file may come again and goes on where it broke off", Disputes),
    };

    public override string Name => "import";

    public override string Usage => "import KIND FILE --as USER";

    public override string Does => "Takes a file in, by the rules and with the rights of a named account.";

    public override string Details =>
        $"""
        {string.Join('\n', Kinds.Select(kind => $"KIND {kind.Key,-12} {kind.Value.Told}"))}
        --as USER         the account in whose name it is done; it may do no more here than over HTTP
        Refused lines are named with line, field and why.
        """;

    public override string Refuses => "the file has faults, or the account may not; nothing was taken";

    public override string Example => "import areas areas-340803.csv --as admin";

    public override async Task<int> Run(IReadOnlyList<string> options, CancellationToken ct)
    {
        var said = VerbOptions.Read(options, ["--as"], [], words: 2);
        var user = said.Required("--as", "in whose name");
        if (!Kinds.TryGetValue(said.Words[0], out var kind))
            throw new VerbUseException($"'{said.Words[0]}' is no kind of file.");
        if (!File.Exists(said.Words[1]))
            throw new VerbUseException($"There is no file {said.Words[1]}.");
        await using var host = VerbHost.Open();
        Account account = await host.Account(user);
        return VerbTable.Say(await kind.Take(host, account, said.Words[1], ct));
    }

    static async Task<string> Areas(VerbHost host, Account account, string path, CancellationToken ct)
    {
        await using var csv = File.OpenRead(path);
        var taken = await host.Ask(async sender => await sender.Send(await sender.Send(new ReadAreaFile(csv), ct), ct), account);
        return $"{taken.Imported} areas are new, {taken.Updated} were known.";
    }

    static async Task<string> Mediators(VerbHost host, Account account, string path, CancellationToken ct)
    {
        var csv = await File.ReadAllBytesAsync(path, ct);
        var taken = await host.Ask(async sender => await sender.Send(await sender.Send(new PrepareMediatorImport(csv), ct), ct), account);
        return $"{taken.Created} mediators are new, {taken.Updated} were changed, {taken.Unchanged} stay as they are.";
    }

    static async Task<string> Calendar(VerbHost host, Account account, string path, CancellationToken ct)
    {
        await using var json = File.OpenRead(path);
        var notices = await JsonSerializer.DeserializeAsync<ImportCalendar>(json, Json.Options, ct) ?? throw new VerbUseException("The file is empty.");
        return $"Published years: {string.Join(", ", (await host.Ask(sender => sender.Send(notices, ct), account)).Published)}.";
    }

    static async Task<string> Disputes(VerbHost host, Account account, string path, CancellationToken ct)
    {
        await using var csv = File.OpenRead(path);
        var progress = new VerbProgress();
        var taken = await host.Services.GetRequiredService<DisputeImport>()
            .Run(csv, account, (done, total) => progress.Tell("disputes", done.Registered + done.Known + done.Refused, total), ct);
        progress.End();
        IEnumerable<string> lines = [$"{taken.Registered} disputes are new, {taken.Known} were known, {taken.Refused} were refused.",
            .. taken.Rows.Select(row => $"line {row.Line}: {row.Field} {row.Code}")];
        return string.Join('\n', lines);
    }
}
