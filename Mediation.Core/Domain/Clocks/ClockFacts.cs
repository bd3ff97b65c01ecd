using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Clocks;

/// <summary>
/// All that the clocks of a matter are computed from, and nothing else. It has two producers: the file, for the watch's index, and
/// the journal, for whoever asks; a test shows that they agree.
/// </summary>
public sealed record ClockFacts
{
    public required DisputeType Type { get; init; }

    public string? Subtype { get; init; }

    public required RiskLevel Level { get; init; }

    public required Tier Tier { get; init; }

    /// <summary>The organisation that answers.</summary>
    public required Guid ResponsibleId { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required DisputeStatus Status { get; init; }

    /// <summary>The event date on which the status was reached.</summary>
    public required DateOnly StatusSince { get; init; }

    public DateOnly? ReopenedOn { get; init; }

    public IReadOnlyList<CaseFacts> Cases { get; init; } = [];

    public IReadOnlyList<HandoverFacts> Handovers { get; init; } = [];

    public IReadOnlyList<DateOnly> FollowUps { get; init; } = [];

    public IReadOnlyList<LegalFactRecord> LegalFacts { get; init; } = [];

    public IReadOnlyList<ClockExtension> Extensions { get; init; } = [];

    public bool IsMedical => Type == DisputeType.Medical;

    public bool IsLabour => Type is DisputeType.MigrantWageArrears or DisputeType.OtherLabor;

    public bool IsTraffic => Type == DisputeType.RoadTraffic;

    /// <summary>农村土地承包经营: subtype 0901 of 山林土地纠纷.</summary>
    public bool IsLandContract => Type == DisputeType.ForestLand && Subtype == "0901";

    /// <summary>The case whose agreement holds now; after a reopening there is none until the parties agree anew.</summary>
    public CaseFacts? AgreedCase => Cases.Any(c => c.EndedOn is null) ? null : Status switch
    {
        DisputeStatus.Agreed or DisputeStatus.Performing or DisputeStatus.Performed or DisputeStatus.Closed => LastAgreed,
        DisputeStatus.HandoverPending when Handovers is [.., { DecidedOn: null, PerformanceOnly: true }] => LastAgreed,
        _ => null,
    };

    public CaseFacts? LastAgreed => Cases.LastOrDefault(c => c.Agreement is not null);

    /// <summary>The day on which the organisation that answers got the matter: the receipt, the handover it accepted, or a reopening.</summary>
    public DateOnly ReachedResponsibleOn => new[] { ReopenedOn, Handovers.LastOrDefault(h => h.Accepted)?.DecidedOn, ReceivedOn }.Max()!.Value;

    public LegalFactRecord? Last(LegalFact fact) => LegalFacts.Where(f => f.Fact == fact).MaxBy(f => f.On);

    /// <summary>The first of such facts on a day or later.</summary>
    public DateOnly? FirstSince(DateOnly day, params IReadOnlyList<LegalFact> facts) =>
        LegalFacts.Where(f => facts.Contains(f.Fact) && f.On >= day).Select(f => (DateOnly?)f.On).Min();

    public static ClockFacts Of(DisputeFile file) => new()
    {
        Type = file.Type, Subtype = file.Subtype, Level = file.Level, Tier = file.Tier, ResponsibleId = file.ResponsibleId,
        ReceivedOn = Shanghai.DateOf(file.ReceivedAt), Status = file.Status, StatusSince = file.StatusSince, ReopenedOn = file.ReopenedOn,
        Cases = [.. file.Cases.Where(c => c.State != CaseState.Rejected).Select(c => CaseFacts.Of(c, file))],
        Handovers = [.. file.Handovers.Select(h => new HandoverFacts(
            h.Id, h.ToTier, h.Return == ReturnReason.PerformanceOnly, h.SentOn, h.DecidedOn, h.State == HandoverState.Accepted))],
        FollowUps = [.. file.FollowUps.Select(f => f.On)],
        LegalFacts = [.. file.LegalFacts.Select(f => f with { Evidence = null })],
        Extensions = [.. file.ClockExtensions.Select(e => e with { Evidence = null })],
    };
}

/// <summary>One committee's attempt, as the clocks see it; an open one has no end.</summary>
public sealed record CaseFacts(Guid Id, Guid OrganisationId, DateOnly AcceptedOn)
{
    public DateOnly? EndedOn { get; init; }

    public string? EndReason { get; init; }

    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    public AgreementFacts? Agreement { get; init; }

    public static CaseFacts Of(MediationCase of, DisputeFile file) => new(of.Id, of.OrganisationId, of.AcceptedOn)
    {
        EndedOn = of.EndedOn, EndReason = of.EndReason, Suspensions = of.Suspensions,
        Agreement = of.Agreement is { } agreement ? AgreementFacts.Of(agreement, file) : null,
    };
}

/// <summary>A handover on its way, or decided.</summary>
public sealed record HandoverFacts(Guid Id, Tier ToTier, bool PerformanceOnly, DateOnly SentOn, DateOnly? DecidedOn, bool Accepted);

/// <summary>What was agreed by when, what was done of it, and how far its confirmation is.</summary>
public sealed record AgreementFacts(DateOnly ReachedOn)
{
    public DateOnly? EffectiveOn { get; init; }

    public IReadOnlyList<DueFacts> Dues { get; init; } = [];

    public ConfirmationFacts? Confirmation { get; init; }

    public bool IsPerformed => Dues.All(d => d.IsPerformed);

    public static AgreementFacts Of(Agreement agreement, DisputeFile file) => new(agreement.ReachedOn)
    {
        EffectiveOn = agreement.EffectiveOn(DisputeWarnings.Signatories(file)),
        Dues = [.. agreement.Obligations.Select(o => new DueFacts(o.Id, o.Continuing, o.Amount, o.DueOn)
        {
            Parts = o.Instalments,
            Performances = [.. o.Performances.Select(p => new PerformanceFacts(p.On, p.Amount))],
            Breaches = [.. o.Breaches.Select(b => b.On)],
        })],
        Confirmation = agreement.Confirmation is { } c ? new ConfirmationFacts(c.State, c.AppliedOn, c.FiledOn, c.DecidedOn, c.ReceivedOn) : null,
    };
}

/// <summary>The days of a judicial confirmation.</summary>
public sealed record ConfirmationFacts(ConfirmationState State, DateOnly? AppliedOn, DateOnly? FiledOn, DateOnly? DecidedOn, DateOnly? ReceivedOn);

/// <summary>One obligation: yuan, its day or those of its instalments, and what was done.</summary>
public sealed record DueFacts(Guid ObligationId, bool Continuing, decimal? Amount, DateOnly? DueOn)
{
    public IReadOnlyList<Instalment> Parts { get; init; } = [];

    public IReadOnlyList<PerformanceFacts> Performances { get; init; } = [];

    public IReadOnlyList<DateOnly> Breaches { get; init; } = [];

    public decimal Paid => Performances.Sum(p => p.Amount ?? 0);

    /// <summary>As an obligation counts as performed; a continuing one by its first act.</summary>
    public bool IsPerformed => Performances.Count > 0 && (Continuing || Amount is null || Paid >= Amount || Performances.Any(p => p.Amount is null));

    public DateOnly? LastPerformedOn => Performances.Select(p => (DateOnly?)p.On).Max();

    /// <summary>The day of the next part that is not covered yet, or of the last one when all are; null without a day.</summary>
    public DateOnly? NextDueOn
    {
        get
        {
            var owed = 0m;
            foreach (var part in Parts.OrderBy(p => p.DueOn))
                if (!IsPerformed && (owed += part.Amount) > Paid)
                    return part.DueOn;
            return DueOn ?? Parts.Select(p => (DateOnly?)p.DueOn).Max();
        }
    }
}

public sealed record PerformanceFacts(DateOnly On, decimal? Amount);
