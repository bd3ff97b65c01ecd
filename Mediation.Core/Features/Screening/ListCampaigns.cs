using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Screening;

/// <summary>The campaigns that concern an area, those launched by the offices above it included; latest first, at most 200.</summary>
[Needs(Permission.ReadMatters)]
public sealed record ListCampaigns : IQuery<Page<CampaignView>>
{
    public AreaCode? Under { get; init; }

    /// <summary>Default a year ago.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Default in a year.</summary>
    public DateOnly? To { get; init; }
}

sealed class ListCampaignsValidator : AbstractValidator<ListCampaigns>
{
    public ListCampaignsValidator() =>
        RuleFor(q => q.From).Must((q, from) => from is null || q.To is null || from <= q.To).WithErrorCode("order").WithMessage("After `to`.");
}

sealed class ListCampaignsHandler(CampaignStore campaigns, CurrentUser user, TimeProvider clock) : IQueryHandler<ListCampaigns, Page<CampaignView>>
{
    const int Most = 200;

    public async Task<Page<CampaignView>> Handle(ListCampaigns query, CancellationToken ct)
    {
        var under = query.Under ?? user.Account.Area;
        if (!user.Account.Area.Holds(under))
            throw new NotFoundException("The area");
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var found = user.Account.SeesArea ? await campaigns.Of(under, query.From ?? today.AddYears(-1), query.To ?? today.AddYears(1), ct) : [];
        return new Page<CampaignView>([.. found.Take(Most).Select(row => CampaignView.Of(row, user.Account))], null);
    }
}
