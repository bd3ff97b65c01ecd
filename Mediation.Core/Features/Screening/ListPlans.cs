using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Screening;

/// <summary>The special plans of one's district: for what they are, who does what, and whom to call.</summary>
[Needs(Permission.ReadMatters)]
public sealed record ListPlans : IQuery<Page<PlanView>>;

public sealed record PlanView
{
    public required SpecialPlanKind Kind { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }

    /// <summary>Suggested for these; it may be activated for any.</summary>
    public required IReadOnlyList<DisputeType> Types { get; init; }

    public required IReadOnlyList<Risk> Risks { get; init; }

    public required IReadOnlyList<PlanRole> Roles { get; init; }

    public required IReadOnlyList<PlanItem> Checklist { get; init; }

    public required IReadOnlyList<PlanContact> Contacts { get; init; }

    public DateTimeOffset? ContactsSavedAt { get; init; }

    /// <summary>SavePlanContacts.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

sealed class ListPlansHandler(PlanStore plans, DbSession db, ReferenceData reference, CurrentUser user, TimeProvider clock) : IQueryHandler<ListPlans, Page<PlanView>>
{
    public async Task<Page<PlanView>> Handle(ListPlans query, CancellationToken ct)
    {
        var practice = (await reference.Screening(db, ct)).On(Shanghai.DateOf(clock.GetUtcNow()));
        var known = await plans.Contacts(user.Account.Area.District, ct);
        return new Page<PlanView>([.. practice.Plans.Select(plan => PlanViews.Of(plan, known.GetValueOrDefault(plan.Kind), user.Account))], null);
    }
}

static class PlanViews
{
    public static PlanView Of(SpecialPlan plan, SavedContacts? saved, Account viewer) => new()
    {
        Kind = plan.Kind, Zh = plan.Zh, En = plan.En, Types = [.. plan.Types.Order()], Risks = [.. plan.Risks.Order()], Roles = plan.Roles, Checklist = plan.Checklist,
        Contacts = saved?.Contacts ?? [], ContactsSavedAt = saved?.At,
        Can = viewer.May(Permission.Direct) && viewer.Tier == Tier.District && viewer.SeesArea ? [nameof(SavePlanContacts)] : [],
    };
}
