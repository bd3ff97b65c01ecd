namespace Mediation.Core.Domain.Disputes;

/// <summary>What was agreed, as one person may see it.</summary>
public sealed record AgreementView
{
    public required AgreementForm Form { get; init; }
    public required DateOnly ReachedOn { get; init; }
    public DateOnly? EffectiveOn { get; init; }
    public required bool Performed { get; init; }

    /// <summary>The case's number, with -2 for a second agreement under it.</summary>
    public string? Number { get; init; }

    /// <summary>The day by which somebody should look again; null when no follow-up is asked for (domain 12).</summary>
    public DateOnly? FollowUpDueOn { get; init; }
    public ConfirmationView? Confirmation { get; init; }
    public bool WaivesClaims { get; init; }
    public bool ConfirmationTold { get; init; }

    /// <summary>Null when the case is another committee's.</summary>
    public string? Terms { get; init; }
    public IReadOnlyList<ObligationView>? Obligations { get; init; }
    public IReadOnlyList<Signature>? Signatures { get; init; }
    public DateOnly? MediatorSignedOn { get; init; }
    public DateOnly? SealedOn { get; init; }

    /// <summary>The signature sheet of many.</summary>
    public IReadOnlyList<MemberBinding>? Bindings { get; init; }
    public string? FormSerial { get; init; }
    public IReadOnlyList<Guid>? StrokesChosenBy { get; init; }

    /// <summary>What the law leaves to the parties now.</summary>
    public IReadOnlyList<LawfulStepView>? LawfulSteps { get; init; }
}

/// <summary>Who owes what to whom, and what was done.</summary>
public sealed record ObligationView(
    Guid Id, Guid DebtorId, Guid CreditorId, string? Act, decimal? Amount, DateOnly? DueOn, bool Continuing, bool Performed,
    IReadOnlyList<PerformanceRecord> Performances)
{
    public string? Method { get; init; }
    public IReadOnlyList<Instalment> Instalments { get; init; } = [];
    public IReadOnlyList<MemberShare> Shares { get; init; } = [];
    public IReadOnlyList<BreachRecord> Breaches { get; init; } = [];

    /// <summary>Yuan so far.</summary>
    public decimal Paid { get; init; }

    /// <summary>The day of the next part; days that the parties fixed do not roll.</summary>
    public DateOnly? NextDueOn { get; init; }

    /// <summary>Yuan left of that part.</summary>
    public decimal? NextAmount { get; init; }

    /// <summary>A breach that was not made good.</summary>
    public bool Breached { get; init; }
}

/// <summary>Where the judicial confirmation stands; court, numbers and people only for the hosting committee.</summary>
public sealed record ConfirmationView
{
    public required ConfirmationState State { get; init; }

    /// <summary>The last day to apply (人民调解法 33); null while the agreement is not in force.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>It rests on a year whose holidays are not published.</summary>
    public bool Provisional { get; init; }

    /// <summary>Days until then; null once it was applied for or too late.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>Why no court would take it (民事诉讼法解释 355).</summary>
    public ConfirmationGround? NotConfirmable { get; init; }
    public string? NotConfirmableBasis { get; init; }
    public string? Court { get; init; }
    public string? CaseNumber { get; init; }
    public IReadOnlyList<Guid> ApplicantIds { get; init; } = [];
    public DateOnly? AppliedOn { get; init; }
    public DateOnly? FiledOn { get; init; }
    public DateOnly? DecidedOn { get; init; }
    public DateOnly? ReceivedOn { get; init; }
    public ConfirmationGround? Ground { get; init; }
    public string? GroundBasis { get; init; }
}
