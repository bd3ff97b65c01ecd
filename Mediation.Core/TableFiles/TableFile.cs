namespace Mediation.Core.TableFiles;

/// <summary>A table that is written row by row, so that its length costs no memory. Without `Finish` it is no whole file.</summary>
public abstract class TableFile : IDisposable
{
    public const string CsvType = "text/csv; charset=utf-8";
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public abstract void Row(IReadOnlyList<object?> cells);

    public abstract void Finish();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    /// <summary>The whole of a short one.</summary>
    public static byte[] Of(Func<Stream, TableFile> make, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var file = new MemoryStream();
        using (var table = make(file))
        {
            foreach (var row in rows)
                table.Row(row);
            table.Finish();
        }
        return file.ToArray();
    }
}

/// <summary>What stands above the rows; the note in a workbook only.</summary>
public sealed record TableHead(string Title, string? Note, IReadOnlyList<string> Columns);
