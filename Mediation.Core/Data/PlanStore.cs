using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Screening;

namespace Mediation.Core.Data;

/// <summary>Whom to call when a special plan runs, by district; offices and their duty phones, no private ones.</summary>
[Scoped]
public sealed class PlanStore(DbSession db, ReferenceData reference, RiskReader people)
{
    public async Task<IReadOnlyDictionary<SpecialPlanKind, SavedContacts>> Contacts(AreaCode district, CancellationToken ct = default) =>
        (await db.Query<Row>("select kind, contacts, saved_at from plan_contacts where district_code = @district order by kind", new { district = district.Value }, ct))
        .ToDictionary(row => Enum.Parse<SpecialPlanKind>(row.Kind), row => new SavedContacts(StorageJson.Read<IReadOnlyList<PlanContact>>(row.Contacts), row.SavedAt));

    public Task Save(AreaCode district, SpecialPlanKind kind, IReadOnlyList<PlanContact> contacts, Guid account, DateTimeOffset at) => db.Execute(
        """
        insert into plan_contacts (district_code, kind, contacts, saved_by, saved_at) values (@district, @kind, @contacts, @account, @at)
        on conflict (district_code, kind) do update set contacts = excluded.contacts, saved_by = excluded.saved_by, saved_at = excluded.saved_at
        """, new { district = district.Value, kind = kind.ToString(), contacts = StorageJson.Write(contacts), account, at });

    /// <summary>The plans of a matter with their checklists, done and not done.</summary>
    public async Task<IReadOnlyList<ActivePlanView>> Views(DisputeFile file, DisputeSight sight, CancellationToken ct)
    {
        var views = new List<ActivePlanView>();
        foreach (var running in file.Plans)
        {
            var plan = (await reference.Screening(db, ct)).Of(running.PracticeVersion).Plan(running.Kind);
            var items = new List<PlanItemView>();
            foreach (var item in plan.Checklist)
            {
                var done = running.Steps.FirstOrDefault(step => step.Item == item.Id);
                items.Add(new PlanItemView
                {
                    Item = item.Id, Role = item.Role, Zh = item.Zh, En = item.En, DueAt = item.WithinHours is { } hours ? running.ActivatedAt.AddHours(hours) : null,
                    DoneAt = done?.At, DoneBy = done is null ? null : await people.Person(done.By, ct), Note = sight.Brief(done?.Note),
                });
            }
            views.Add(new ActivePlanView
            {
                Kind = running.Kind, ActivatedAt = running.ActivatedAt, ActivatedBy = await people.Person(running.ActivatedBy, ct), Reason = sight.Brief(running.Reason),
                Items = items, EndedAt = running.EndedAt, EndReason = sight.Brief(running.EndReason),
            });
        }
        return views;
    }

    /// <summary>The plans that suit a matter and do not run for it.</summary>
    public async Task<IReadOnlyList<SpecialPlanKind>> Suggested(DisputeFile file, DateOnly today, CancellationToken ct) => file.ClosedOn is not null ? [] : [..
        (await reference.Screening(db, ct)).On(today).Plans.Where(plan => plan.Suits(file.Type, file.Risks) && file.Plans.All(running => running.Kind != plan.Kind))
        .Select(plan => plan.Kind)];

    sealed record Row
    {
        public required string Kind { get; init; }
        public required string Contacts { get; init; }
        public required DateTimeOffset SavedAt { get; init; }
    }
}

public sealed record SavedContacts(IReadOnlyList<PlanContact> Contacts, DateTimeOffset At);
