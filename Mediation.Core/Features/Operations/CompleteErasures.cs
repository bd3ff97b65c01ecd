using System.Text.Json;
using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Operations;

/// <summary>Writes into the register what the database says was erased and a crash left out there; sent at every start. Answers how much stands in it.</summary>
public sealed record CompleteErasures : IQuery<int>;

sealed class CompleteErasuresHandler(DbSession db, ErasureRegister register) : IQueryHandler<CompleteErasures, int>
{
    const string OfDisputes =
        """
        select district_code as district, dispute_id as id, on_date, actor_id, organisation_id, payload
        from journal
        where event = 'Erased'
        order by district_code, dispute_id, sequence
        """;

    const string OfLeads = "select district_code as district, id, erased_on as on_date from screening_lead where erased_on is not null order by district_code, id";

    const string OfVisits = "select district_code as district, id, erased_on as on_date from desk_visit where erased_on is not null order by district_code, id";

    public async Task<int> Handle(CompleteErasures query, CancellationToken ct)
    {
        register.Begin();
        RegisteredErasure[] erasures =
        [
            .. (await db.Query<Row>(OfDisputes, ct: ct)).Select(row => row.As(ErasedKind.Dispute)),
            .. (await db.Query<Row>(OfLeads, ct: ct)).Select(row => row.As(ErasedKind.Lead)),
            .. (await db.Query<Row>(OfVisits, ct: ct)).Select(row => row.As(ErasedKind.Visit)),
        ];
        foreach (var erasure in erasures)
            await register.Add(erasure, ct);
        return erasures.Length;
    }

    sealed record Row
    {
        public required long District { get; init; }
        public required Guid Id { get; init; }
        public required DateOnly OnDate { get; init; }
        public Guid ActorId { get; init; }
        public Guid OrganisationId { get; init; }
        public string? Payload { get; init; }

        public RegisteredErasure As(ErasedKind kind) => new() { Kind = kind, District = District, Id = Id, Fields = Fields, On = OnDate, By = ActorId, Office = OrganisationId };

        IReadOnlyList<string> Fields
        {
            get
            {
                using var payload = JsonDocument.Parse(Payload ?? "{}");
                return payload.RootElement.TryGetProperty("fields", out var fields) ? [.. fields.EnumerateArray().Select(name => name.GetString()!)] : [];
            }
        }
    }
}
