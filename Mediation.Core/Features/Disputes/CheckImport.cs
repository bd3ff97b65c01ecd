using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Reads an old ledger through and names every fault of it; nothing is taken of a file that has one.</summary>
[Needs(Permission.Direct)]
public sealed record CheckImport(Stream Csv) : IQuery<CheckedImport>;

/// <summary>A ledger whose every line makes a registration; it is read once more, slice by slice, to be taken.</summary>
public sealed class CheckedImport
{
    const int Slice = 200;

    readonly ImportReader reader;

    internal CheckedImport(ImportReader reader, int disputes) => (this.reader, Disputes) = (reader, disputes);

    public int Disputes { get; }

    /// <summary>The same file from its beginning, in the order of its lines.</summary>
    public IEnumerable<PrepareImport> Slices(Stream csv) => ImportFile.Lines(csv).Select(reader.Read).Chunk(Slice).Select(entries => new PrepareImport(entries));
}

sealed class CheckImportHandler(
    CurrentUser user, AreaStore areas, MediatorStore mediators, Vocabulary vocabulary, ReferenceData reference, DbSession db, IValidator<RegisterDispute> validator)
    : IQueryHandler<CheckImport, CheckedImport>
{
    const int Page = 200;

    public async Task<CheckedImport> Handle(CheckImport query, CancellationToken ct)
    {
        var reader = new ImportReader(
            user.Account, await reference.Secret(db, "body-digest"), new ImportWords(await vocabulary.Chinese(ct)), await areas.Codes(ct), await Mediators(ct));
        var (faults, seen) = (new List<ImportFault>(), new HashSet<Guid>());
        foreach (var line in ImportFile.Lines(query.Csv))
        {
            ct.ThrowIfCancellationRequested();
            var entry = reader.Read(line);
            faults.AddRange(entry.Check(validator));
            if (!seen.Add(entry.Registration.DisputeId) && line.IsWhole)
                faults.Add(new ImportFault(line.Number, line["id"] is null ? "number" : "id", "duplicate"));
        }
        if (seen.Count == 0)
            faults.Add(new ImportFault(1, "", "empty"));
        return faults.Count == 0 ? new CheckedImport(reader, seen.Count) : throw new ImportException(faults);
    }

    async Task<ILookup<string, RegisteredMediator>> Mediators(CancellationToken ct)
    {
        var all = new List<RegisteredMediator>();
        IReadOnlyList<RegisteredMediator> page;
        do
        {
            page = await mediators.Under(user.Account.Area, null, null, all is [.., var last] ? (last.Area, last.Id) : null, Page, ct);
            all.AddRange(page);
        }
        while (page.Count == Page);
        return all.ToLookup(mediator => mediator.Mediator.Name);
    }
}
