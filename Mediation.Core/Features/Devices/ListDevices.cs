using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Devices;

/// <summary>The tablets of an area: silent ones, ones whose clock is off, and what waits on each.</summary>
[Needs(Permission.Direct, Permission.ManageAccounts)]
public sealed record ListDevices(AreaCode? Under = null, string? Cursor = null, int Limit = 50) : IQuery<Page<DeviceView>>;

sealed class ListDevicesValidator : AbstractValidator<ListDevices>
{
    public ListDevicesValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(c => c is null || Cursor.Read(c, 1) is [var id] && Guid.TryParse(id, out _)).WithMessage("This cursor is none of ours.");
    }
}

sealed class ListDevicesHandler(CurrentUser user, DeviceStore devices, DeviceReader reader) : IQueryHandler<ListDevices, Page<DeviceView>>
{
    public async Task<Page<DeviceView>> Handle(ListDevices query, CancellationToken ct)
    {
        var under = query.Under ?? user.Account.Area;
        if (!user.Account.SeesArea || !user.Account.Area.Holds(under))
            throw new NotFoundException("The area");
        var after = Cursor.Read(query.Cursor, 1) is [var id] ? Guid.Parse(id) : Guid.Empty;
        var rows = await devices.Under(under, after, query.Limit + 1, ct);
        var items = new List<DeviceView>();
        foreach (var row in rows.Take(query.Limit))
            items.Add(await reader.View(row, ct));
        return new Page<DeviceView>(items, rows.Count > query.Limit ? Cursor.Write(items[^1].Id) : null);
    }
}
