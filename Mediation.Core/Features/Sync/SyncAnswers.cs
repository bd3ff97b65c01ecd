using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Features.Sync;

/// <summary>The answers to a batch, one for each entry in its order.</summary>
public sealed record SyncAnswers
{
    public required DateTimeOffset ServerTime { get; init; }

    /// <summary>How much the tablet's clock is ahead; negative when behind.</summary>
    public required int SkewSeconds { get; init; }

    /// <summary>Off by more than five minutes.</summary>
    public required bool SkewFlagged { get; init; }

    public required IReadOnlyList<SyncAnswer> Answers { get; init; }
}

/// <summary>What became of one entry.</summary>
public sealed record SyncAnswer
{
    public required Guid CommandId { get; init; }

    /// <summary>accepted, replayed, stale, refused, held or forwarded.</summary>
    public required string Answer { get; init; }

    /// <summary>The version that the command made, when it was first carried out.</summary>
    public int? Version { get; init; }

    /// <summary>Accepted or replayed: the dispute as it is now, if it may still be seen.</summary>
    public DisputeView? Dispute { get; init; }

    /// <summary>Stale: the dispute as it is now.</summary>
    public DisputeView? Current { get; init; }

    /// <summary>Why it was refused, held or forwarded.</summary>
    public string? Code { get; init; }

    /// <summary>The same as a sentence.</summary>
    public string? Title { get; init; }

    /// <summary>The rule that forbids it, or its statute.</summary>
    public string? Statute { get; init; }

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>Forwarded: who has the matter now.</summary>
    public HolderView? Holder { get; init; }
}

/// <summary>The desk that has a matter now.</summary>
public sealed record HolderView(Guid Id, string Name, Tier Tier);

/// <summary>The closed list of answers (contract, section 2).</summary>
public static class SyncWord
{
    public const string Accepted = "accepted", Replayed = "replayed", Stale = "stale", Refused = "refused", Held = "held", Forwarded = "forwarded";
}
