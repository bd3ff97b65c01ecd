using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mediation.Api.Http;
using Mediation.Api.Jobs;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Exports;
using Mediation.Core.Features.Exports;
using MediatR;

namespace Mediation.Api.Verbs;

sealed class ExportVerb : Verb
{
    static readonly string[] Filters = ["under", "tier", "status", "type", "risk", "from", "to", "book", "month", "period"];

    public override string Name => "export";

    public override string Usage => $"export KIND FILE --as USER --reason TEXT {string.Join(' ', Filters.Select(filter => $"[--{filter} VALUE]"))}";

    public override string Does => "Writes a ledger, a book or reports to a file, with the rights of a named account, and logs it as every export.";

    public override string Details =>
        $"""
        KIND              {string.Join(", ", Enum.GetNames<ExportKind>())}
        FILE              its ending says the format: csv, xlsx or zip, as the kind has it
        --as USER         the account in whose name it is done; it sees no more here than over HTTP, names are masked
        --reason TEXT     why it is taken away; the auditor reads it
        The filters are those of PUT /api/export-jobs (see /docs). FILE gets its name when it is whole.
        """;

    public override string Refuses => "the account may not, or there is no such export";

    public override string Example => "export Disputes ledger.csv --as district --reason \"yearly archive\" --from 2026-01-01 --to 2026-12-31";

    public override async Task<int> Run(IReadOnlyList<string> options, CancellationToken ct)
    {
        var said = VerbOptions.Read(options, ["--as", "--reason", .. Filters.Select(filter => $"--{filter}")], [], words: 2);
        var command = Command(said);
        await using var host = VerbHost.Open();
        await host.Vault();
        Account account = await host.Account(said.Required("--as", "in whose name"));
        await host.Ask(async sender =>
        {
            await ExportCheck.Require(command, sender, ct);
            return await sender.Send(command, ct);
        }, account);
        var job = await Finished(host, command.Id, account, ct);
        if (job.Failure is { } failure)
            return VerbTable.Complain(ExitCode.Refused, failure.Text);
        await host.Ask(sender => Fetch(sender, job.Id, said.Words[1], ct), account);
        return VerbTable.Say($"{said.Words[1]}: {job.Done} of {job.FileName}.");
    }

    static AskExport Command(VerbOptions said)
    {
        if (!Enum.TryParse<ExportKind>(said.Words[0], ignoreCase: true, out var kind))
            throw new VerbUseException($"'{said.Words[0]}' is no kind of export.");
        if (!Enum.TryParse<ExportFormat>(Path.GetExtension(said.Words[1]).TrimStart('.'), ignoreCase: true, out var format))
            throw new VerbUseException("The file's ending says no format: csv, xlsx or zip.");
        var filters = new JsonObject(Filters.Where(filter => said[$"--{filter}"] is not null).Select(filter => KeyValuePair.Create(filter, (JsonNode?)said[$"--{filter}"])));
        return new AskExport
        {
            Id = Guid.CreateVersion7(), Digest = SHA256.HashData(Encoding.UTF8.GetBytes(filters.ToJsonString())), Kind = kind, Format = format,
            Reason = said.Required("--reason", "why"), Parameters = filters.Deserialize<ExportParameters>(Json.Options)!,
        };
    }

    /// <summary>Written here, or by a service that runs and took it first.</summary>
    static async Task<ExportJobView> Finished(VerbHost host, Guid id, Account account, CancellationToken ct)
    {
        using var runner = ActivatorUtilities.CreateInstance<ExportRunner>(host.Services);
        var progress = new VerbProgress();
        while (true)
        {
            await runner.Run(ct);
            var job = await host.Ask(sender => sender.Send(new GetExportJob(id), ct), account);
            progress.Tell("rows", job.Done, job.Total);
            if (job.State is ExportState.Complete or ExportState.Failed)
            {
                progress.End();
                return job;
            }
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
        }
    }

    static async Task<bool> Fetch(ISender sender, Guid id, string path, CancellationToken ct)
    {
        var file = await sender.Send(new GetExportFile(id), ct);
        await using (file.Bytes)
        await using (var target = new FileStream(path + ".partial", FileMode.Create, FileAccess.Write, FileShare.None))
            await file.Bytes.CopyToAsync(target, ct);
        File.Move(path + ".partial", path, overwrite: true);
        await sender.Send(new LogExportDownload(id), ct);
        return true;
    }
}
