using System.Text.Json;
using Mediation.Api.Http;
using Mediation.Core.Domain.Access;
using Mediation.Core.Features.Areas;
using Mediation.Core.Features.Calendar;
using Mediation.Core.Features.Mediators;
using MediatR;

namespace Mediation.Api.Verbs;

sealed class ImportVerb : Verb
{
    /// <summary>What may be taken in, each by the use case that HTTP has for it; another kind is another line.</summary>
    static readonly Dictionary<string, (string Told, Func<ISender, string, CancellationToken, Task<string>> Take)> Kinds = new()
    {
        ["areas"] = ("CSV of areas, whole or not at all", Areas),
        ["mediators"] = ("CSV of mediators, whole or not at all", Mediators),
        ["calendar"] = ("JSON of holiday notices by year", Calendar),
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
        return VerbTable.Say(await host.Ask(sender => kind.Take(sender, said.Words[1], ct), account));
    }

    static async Task<string> Areas(ISender sender, string path, CancellationToken ct)
    {
        await using var csv = File.OpenRead(path);
        var taken = await sender.Send(await sender.Send(new ReadAreaFile(csv), ct), ct);
        return $"{taken.Imported} areas are new, {taken.Updated} were known.";
    }

    static async Task<string> Mediators(ISender sender, string path, CancellationToken ct)
    {
        var taken = await sender.Send(await sender.Send(new PrepareMediatorImport(await File.ReadAllBytesAsync(path, ct)), ct), ct);
        return $"{taken.Created} mediators are new, {taken.Updated} were changed, {taken.Unchanged} stay as they are.";
    }

    static async Task<string> Calendar(ISender sender, string path, CancellationToken ct)
    {
        await using var json = File.OpenRead(path);
        var notices = await JsonSerializer.DeserializeAsync<ImportCalendar>(json, Json.Options, ct) ?? throw new VerbUseException("The file is empty.");
        return $"Published years: {string.Join(", ", (await sender.Send(notices, ct)).Published)}.";
    }
}
