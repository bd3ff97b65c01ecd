namespace Mediation.Core.Domain.Disputes;

/// <summary>What the parties agreed: oral is valid when reached (人民调解法 30), written when all have signed and sealed (29).</summary>
public sealed record Agreement
{
    public required AgreementForm Form { get; init; }

    public required DateOnly ReachedOn { get; init; }

    public string? Terms { get; init; }

    public IReadOnlyList<Obligation> Obligations { get; init; } = [];

    public IReadOnlyList<Signature> Signatures { get; init; } = [];

    /// <summary>The sides of the day it was reached: who joins or follows later does not undo what is in force.</summary>
    public IReadOnlyList<Guid>? SignatoryIds { get; init; }

    public DateOnly? MediatorSignedOn { get; init; }

    public DateOnly? SealedOn { get; init; }

    /// <summary>The last of the dates that article 29 asks for, by event dates; null while one is missing.</summary>
    public DateOnly? EffectiveOn(IEnumerable<Party> parties)
    {
        if (Form == AgreementForm.Oral)
            return ReachedOn;
        var signatories = SignatoryIds ?? parties.Select(party => party.Id);
        var signed = signatories.Select(id => Signatures.Where(s => s.PartyId == id).Select(s => (DateOnly?)s.On).Min()).ToList();
        DateOnly?[] dates = [.. signed, MediatorSignedOn, SealedOn];
        return dates.Contains(null) ? null : dates.Max();
    }

    /// <summary>A successor signs in the place of who left before signing.</summary>
    public Agreement WithSuccessor(Guid leaverId, Guid? successorId) => this with
    {
        SignatoryIds = SignatoryIds is null || Signatures.Any(s => s.PartyId == leaverId)
            ? SignatoryIds
            : [.. SignatoryIds.SelectMany(id => id != leaverId ? [id] : successorId is { } successor ? (Guid[])[successor] : [])],
    };

    public bool IsPerformed => Obligations.All(o => o.IsPerformed);
}

/// <summary>Who owes what to whom by when.</summary>
public sealed record Obligation
{
    public required Guid Id { get; init; }

    public required Guid DebtorId { get; init; }

    public required Guid CreditorId { get; init; }

    public string? Act { get; init; }

    /// <summary>Yuan.</summary>
    public decimal? Amount { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>An open-ended duty (monthly support, "keep the hens in"): its first due act performed lets the file be archived.</summary>
    public bool Continuing { get; init; }

    public IReadOnlyList<PerformanceRecord> Performances { get; init; } = [];

    public decimal Paid => Performances.Sum(p => p.Amount ?? 0);

    public bool IsPerformed => Performances.Count > 0 && (Continuing || Amount is null || Paid >= Amount || Performances.Any(p => p.Amount is null));
}

public sealed record PerformanceRecord(DateOnly On, decimal? Amount, string? Evidence);

public sealed record Signature(Guid PartyId, SignatureKind Kind, DateOnly On);
