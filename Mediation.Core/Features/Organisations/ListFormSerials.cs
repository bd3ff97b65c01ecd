using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Organisations;

/// <summary>The pre-printed blanks of a committee: which lie in the drawer, which were used, which are spoilt.</summary>
[Needs(Permission.Mediate, Permission.ManageRegistry)]
public sealed record ListFormSerials(Guid OrganisationId, FormSerialState? State, string? Cursor, int Limit) : IQuery<Page<FormSerialView>>;

/// <summary>One blank and what became of it.</summary>
public sealed record FormSerialView(string Serial, PaperKind Kind, DateOnly IssuedOn, FormSerialState State, Guid? DisputeId, string? VoidedReason)
{
    public static FormSerialView Of(FormSerialRow row) => new(
        row.Text, Enum.Parse<PaperKind>(row.Kind), row.IssuedOn,
        row.VoidedReason is not null ? FormSerialState.Void : row.DisputeId is null ? FormSerialState.Unused : FormSerialState.Used, row.DisputeId, row.VoidedReason);
}

sealed class ListFormSerialsValidator : AbstractValidator<ListFormSerials>
{
    public ListFormSerialsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200).WithErrorCode("range");
        RuleFor(q => q.Cursor).Must(cursor => string.IsNullOrEmpty(cursor) || NumberPlace.Read(cursor) is not null).WithErrorCode("cursor").WithMessage("This is no cursor of this list.");
    }
}

sealed class ListFormSerialsHandler(OrganisationStore organisations, FormSerialStore serials, CurrentUser user) : IQueryHandler<ListFormSerials, Page<FormSerialView>>
{
    public async Task<Page<FormSerialView>> Handle(ListFormSerials query, CancellationToken ct)
    {
        var committee = await organisations.OfViewer(query.OrganisationId, user.Account, ct) ?? throw new NotFoundException("The organisation");
        var found = await serials.List(committee.Area.District.Value, committee.Id, query.State, NumberPlace.Read(query.Cursor) ?? 0, query.Limit + 1, ct);
        return new Page<FormSerialView>(
            [.. found.Take(query.Limit).Select(FormSerialView.Of)], found.Count > query.Limit ? Cursor.Write(found[query.Limit - 1].Number) : null);
    }
}
