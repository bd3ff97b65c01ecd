namespace Mediation.Core.Domain.Supervision;

/// <summary>督办: the office above asks the holder to act, by a day, with its opinion; the holder replies, and the office takes it back.</summary>
public sealed record SupervisionCard
{
    public required Guid Id { get; init; }

    public required CardKind Kind { get; init; }

    public required CardCause Cause { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>The organisation that issued it; for a clock's card the centre above the holder.</summary>
    public required Guid IssuedBy { get; init; }

    /// <summary>The desk that it was issued to.</summary>
    public required Guid ToId { get; init; }

    public required string Opinion { get; init; }

    /// <summary>A reply is due by then.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The end of the limit that ran out, for a clock's card: one limit brings each colour once.</summary>
    public DateOnly? LimitOn { get; init; }

    public CardReply? Reply { get; init; }

    public CardCancellation? Cancellation { get; init; }

    public bool IsOpen => Cancellation is null;
}

/// <summary>普通, 黄牌, 红牌; the later one is graver.</summary>
public enum CardKind { Ordinary, Yellow, Red }

public enum CardCause { ByHand, AcceptanceOverdue, HandlingOverdue }

public sealed record CardReply(DateOnly On, string Text);

/// <summary>Taken back with a reason, or followed by a graver one.</summary>
public sealed record CardCancellation(DateOnly On, string? Reason)
{
    public Guid? ReplacedBy { get; init; }
}
