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

    /// <summary>The pre-printed sheet it was written on, with its own serial.</summary>
    public string? FormSerial { get; init; }

    /// <summary>（2026）海口村人调字第1号-2 for a second agreement of the case; null is the case's own number.</summary>
    public string? Number { get; init; }

    /// <summary>How each of many stands to it (domain 3.3: signed, authorised, not bound).</summary>
    public IReadOnlyList<MemberBinding> Bindings { get; init; } = [];

    public JudicialConfirmation? Confirmation { get; init; }

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

    /// <summary>履行方式: cash, transfer, in kind, by doing.</summary>
    public string? Method { get; init; }

    /// <summary>Parts of the amount with their own days; they sum up to it.</summary>
    public IReadOnlyList<Instalment> Instalments { get; init; } = [];

    /// <summary>How the amount is split among many; the shares sum up to it.</summary>
    public IReadOnlyList<MemberShare> Shares { get; init; } = [];

    public IReadOnlyList<BreachRecord> Breaches { get; init; } = [];

    public IReadOnlyList<PerformanceRecord> Performances { get; init; } = [];

    public decimal Paid => Performances.Sum(p => p.Amount ?? 0);

    public bool IsPerformed => Performances.Count > 0 && (Continuing || Amount is null || Paid >= Amount || Performances.Any(p => p.Amount is null));
}

/// <summary>A part of an obligation; yuan.</summary>
public sealed record Instalment(DateOnly DueOn, decimal Amount);

/// <summary>What one of many gets or owes; yuan.</summary>
public sealed record MemberShare(Guid MemberId, decimal Amount);

public sealed record MemberBinding(Guid MemberId, Binding Binding, DateOnly? On);

/// <summary>Something due was not done; it opens the lawful next steps.</summary>
public sealed record BreachRecord(DateOnly On, string? Record);

/// <summary>The ruling that makes an agreement enforceable (人民调解法 33, 民诉法 205-206); every move is in the journal.</summary>
public sealed record JudicialConfirmation
{
    public required ConfirmationState State { get; init; }

    public string? Court { get; init; }

    /// <summary>（2026）皖0803民特1号</summary>
    public string? CaseNumber { get; init; }

    public IReadOnlyList<Guid> ApplicantIds { get; init; } = [];

    public DateOnly? AppliedOn { get; init; }

    /// <summary>The court's filing: its thirty days run from here (民诉法 187).</summary>
    public DateOnly? FiledOn { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Why it was not accepted (解释 355) or dismissed (358).</summary>
    public string? Ground { get; init; }
}

/// <summary>What was paid or done; evidence in words, and the file that proves it.</summary>
public sealed record PerformanceRecord(DateOnly On, decimal? Amount, string? Evidence, Guid? AttachmentId = null);

/// <summary>A party's mark; a stroke names its vector data, one of many its member, an agent who signs for the party is named.</summary>
public sealed record Signature(Guid PartyId, SignatureKind Kind, DateOnly On, Guid? StrokeId = null, Guid? MemberId = null, Guid? AgentId = null);
