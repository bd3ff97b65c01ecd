using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Areas;

/// <summary>Reads and checks a file of areas, which takes its time and holds up no writer; its answer is the command that takes the file.</summary>
[Needs(Permission.ManageAreas)]
[Uncounted]
public sealed record ReadAreaFile(Stream Csv) : IQuery<ImportAreas>;

sealed class ReadAreaFileHandler(AreaStore areas, DbSession db) : IQueryHandler<ReadAreaFile, ImportAreas>
{
    public async Task<ImportAreas> Handle(ReadAreaFile query, CancellationToken ct)
    {
        // Areas are never removed, so what is known now is known when the file is taken.
        var check = new AreaFileCheck(await areas.Codes(ct));
        // The lines come as slowly as the client sends them.
        await db.Release();
        await foreach (var line in AreaFile.Lines(query.Csv, ct))
            check.Add(line);
        return check.Complete();
    }
}
