using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>A slice of a book for a file: matters that were registered until the cut-off, names masked. The first slice counts all.</summary>
[Needs(Permission.ReadReports)]
public sealed record ReadBookRows(GetLedgerBook Book, DateTimeOffset CutOff) : IQuery<TableSlice>;

sealed class ReadBookRowsHandler(CurrentUser user, LedgerBookReader reader) : IQueryHandler<ReadBookRows, TableSlice>
{
    public async Task<TableSlice> Handle(ReadBookRows query, CancellationToken ct)
    {
        var book = query.Book;
        var filter = new BookFilter(book.Under, book.Level, book.Type, book.Cleared, query.CutOff);
        var found = await reader.Rows(book.Book, filter, ListMajorMattersValidator.Place(book.Cursor), book.Limit + 1, masked: true, user.Account, ct);
        var page = found.Take(book.Limit).ToList();
        return new TableSlice(
            [.. LedgerBooks.Columns(book.Book).Select(column => column.Zh)], book.Cursor is null ? await reader.Count(filter, user.Account, ct) : null,
            [.. page.Select(one => one.Row.Cells)], found.Count > book.Limit ? Cursor.Write(page[^1].Since, page[^1].Row.DisputeId) : null);
    }
}
