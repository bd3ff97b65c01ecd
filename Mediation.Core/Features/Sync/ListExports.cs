using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Sync;

/// <summary>The files of unsent work that tablets left for a town, closed as they came.</summary>
[Needs(Permission.Direct)]
public sealed record ListExports(AreaCode? Under = null, string? Cursor = null, int Limit = 50) : IQuery<Page<ExportItem>>;

sealed class ListExportsValidator : AbstractValidator<ListExports>
{
    public ListExportsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(c => c is null || Cursor.Read(c, 1) is [var id] && Guid.TryParse(id, out _)).WithMessage("This cursor is none of ours.");
    }
}

sealed class ListExportsHandler(CurrentUser user, ExportStore exports) : IQueryHandler<ListExports, Page<ExportItem>>
{
    public async Task<Page<ExportItem>> Handle(ListExports query, CancellationToken ct)
    {
        var under = query.Under ?? user.Account.Area;
        if (!user.Account.SeesArea || !user.Account.Area.Holds(under))
            throw new NotFoundException("The area");
        var rows = await exports.Under(under, Cursor.Read(query.Cursor, 1) is [var id] ? Guid.Parse(id) : Guid.Empty, query.Limit + 1, ct);
        var items = rows.Take(query.Limit).Select(ExportItem.Of).ToList();
        return new Page<ExportItem>(items, rows.Count > query.Limit ? Cursor.Write(items[^1].Id) : null);
    }
}
