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

    /// <summary>A party asked for writing; then word of mouth will not do (人民调解法 28).</summary>
    public bool WritingAsked { get; init; }

    /// <summary>Somebody gives up a claim: an agent needs special scope, and each represented member an own yes (民事诉讼法 56, 62).</summary>
    public bool WaivesClaims { get; init; }

    /// <summary>The parties were told that a court can confirm it (医疗纠纷预防和处理条例 39).</summary>
    public bool ConfirmationTold { get; init; }

    /// <summary>Decides on marriage, parentage or adoption itself (民事诉讼法解释 355(3)); null leaves it to the kind of matter.</summary>
    public bool? DecidesStatus { get; init; }

    /// <summary>Decides whose a real right or an intellectual property is (民事诉讼法解释 355(5)).</summary>
    public bool DecidesTitle { get; init; }

    /// <summary>Parties who chose to sign on a screen (电子签名法 3).</summary>
    public IReadOnlyList<Guid> StrokesChosenBy { get; init; } = [];

    /// <summary>From which day it binds: oral when reached, also when it is written down later (人民调解法 30), written when whole (29).</summary>
    public DateOnly? EffectiveOn(IEnumerable<Party> parties) => Form == AgreementForm.Oral ? ReachedOn : WholeOn(parties);

    /// <summary>The last of the dates that article 29 asks for, by event dates; null while one is missing.</summary>
    public DateOnly? WholeOn(IEnumerable<Party> parties)
    {
        var signatories = SignatoryIds ?? parties.Select(party => party.Id);
        // A member's mark binds the member; the party signs for itself.
        var signed = signatories.Select(id => Signatures.Where(s => s.PartyId == id && s.MemberId is null).Select(s => (DateOnly?)s.On).Min()).ToList();
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

    /// <summary>Whatever was owed was done on the day it was agreed, and nothing goes on.</summary>
    public bool IsPerformedAtOnce => Obligations.All(o => o is { IsPerformed: true, Continuing: false } && o.Performances.All(p => p.On <= ReachedOn));

    /// <summary>A visit or a call since then; a photo is never required (domain 12).</summary>
    public bool IsFollowedUp(DisputeFile file) => file.FollowUps.Any(f => f.On >= ReachedOn);

    /// <summary>Where its performance stands (domain 4.1); a breach that nothing was done about is a default.</summary>
    public CaseState PerformanceState
    {
        get
        {
            var breached = Obligations.Any(o => o.IsBreached);
            return IsPerformed && !breached ? CaseState.Performed
                : Obligations.Any(o => o.IsPerformed) || breached && Obligations.Any(o => o.Performances.Count > 0) ? CaseState.PartlyPerformed
                : breached ? CaseState.Defaulted : CaseState.Performing;
        }
    }
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

    /// <summary>The first part that is not paid in full, with what is left of it; days that the parties fixed do not roll (domain 12).</summary>
    public Instalment? NextInstalment
    {
        get
        {
            var due = 0m;
            foreach (var part in Instalments)
                if ((due += part.Amount) > Paid)
                    return part with { Amount = Math.Min(part.Amount, due - Paid) };
            return null;
        }
    }

    /// <summary>The day by which the debtor has to act next; null when nothing is fixed or nothing is left.</summary>
    public DateOnly? NextDueOn => IsPerformed && !Continuing ? null : NextInstalment?.DueOn ?? DueOn;

    /// <summary>A breach that was not made good: what was due then is still open; a duty that goes on was not taken up again.</summary>
    public bool IsBreached => Breaches.Count > 0 && (Continuing
        ? Performances.All(p => p.On < Breaches[^1].On)
        : !IsPerformed && (NextDueOn is null || NextDueOn < Breaches[^1].On));

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

/// <summary>The ruling that makes an agreement enforceable (人民调解法 33, 民事诉讼法 205-206); every move is in the journal.</summary>
public sealed record JudicialConfirmation
{
    public required ConfirmationState State { get; init; }

    public string? Court { get; init; }

    /// <summary>（2026）皖0803民特1号</summary>
    public string? CaseNumber { get; init; }

    public IReadOnlyList<Guid> ApplicantIds { get; init; } = [];

    public DateOnly? AppliedOn { get; init; }

    /// <summary>The court's filing: its thirty days run from here (民事诉讼法 187).</summary>
    public DateOnly? FiledOn { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Why it was not accepted (解释 355) or dismissed (358).</summary>
    public ConfirmationGround? Ground { get; init; }

    /// <summary>The day of the last move; the next one is not before it.</summary>
    public DateOnly? MovedOn { get; init; }
}

/// <summary>What was paid or done; evidence in words, the file that proves it, and the creditor's receipt that was drawn on a screen.</summary>
public sealed record PerformanceRecord(DateOnly On, decimal? Amount, string? Evidence, Guid? AttachmentId = null, Guid? StrokeId = null);

/// <summary>A party's mark; a stroke names its vector data, one of many its member; an agent or the guardian who signs for the party is said.</summary>
public sealed record Signature(
    Guid PartyId, SignatureKind Kind, DateOnly On, Guid? StrokeId = null, Guid? MemberId = null, Guid? AgentId = null, bool ByGuardian = false);
