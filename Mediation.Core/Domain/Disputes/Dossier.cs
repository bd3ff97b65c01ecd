using Mediation.Core.Domain.Papers;

namespace Mediation.Core.Domain.Disputes;

/// <summary>A file of the dossier; its bytes lie outside the database under their SHA-256.</summary>
public sealed record Attachment
{
    public required Guid Id { get; init; }

    /// <summary>The case it belongs to; null is the matter's.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Whose desk put it there: what is the matter's stays with it and does not travel upward (domain 12).</summary>
    public Guid OrganisationId { get; init; }

    public required AttachmentKind Kind { get; init; }

    /// <summary>The paper whose signed sheet this is; a name of PaperKind.</summary>
    public string? Paper { get; init; }

    public string? Name { get; init; }

    /// <summary>Where evidence comes from, and who gave it.</summary>
    public string? Origin { get; init; }

    /// <summary>Lower-case hexadecimal, of the bytes as kept.</summary>
    public required string Sha256 { get; init; }

    /// <summary>By content: image/jpeg, application/pdf, audio/mp4, ...</summary>
    public required string MediaType { get; init; }

    /// <summary>Bytes as kept.</summary>
    public required long Length { get; init; }

    public required int Pages { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Parties whose yes to being recorded was heard; only sound has them (domain 12).</summary>
    public IReadOnlyList<Guid> AgreedBy { get; init; } = [];

    /// <summary>Added after the dossier was archived.</summary>
    public bool Supplement { get; init; }

    /// <summary>The attachment that takes its place; this one is marked and kept.</summary>
    public Guid? SupersededBy { get; init; }

    /// <summary>Lawfully erased: the entry stays, the bytes are gone.</summary>
    public DateOnly? ErasedOn { get; init; }
}

/// <summary>One case, one number, one dossier: archived with its retention term, and with a reason for each must that is missing.</summary>
public sealed record DossierRecord
{
    public required DateOnly ArchivedOn { get; init; }

    /// <summary>短期, 长期 or 永久: a term of seeds/retention-terms.json.</summary>
    public required string Term { get; init; }

    /// <summary>The last day of keeping; null for ever.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>By position of the catalogue (domain 6): why a must is missing.</summary>
    public IReadOnlyDictionary<int, string> Reasons { get; init; } = new Dictionary<int, string>();

    public required int Pages { get; init; }

    /// <summary>The catalogue as it was archived, without the reasons above; empty in records from before it was kept.</summary>
    public IReadOnlyList<DossierPosition> Positions { get; init; } = [];

    /// <summary>What reviewers found, oldest first.</summary>
    public IReadOnlyList<DossierReview> Reviews { get; init; } = [];
}

/// <summary>A reviewer's word on a drawn dossier; the village answers with supplements.</summary>
public sealed record DossierReview
{
    public required Guid Id { get; init; }

    public required Guid SampleId { get; init; }

    public required DateOnly On { get; init; }

    public required ReviewVerdict Verdict { get; init; }

    /// <summary>What was found wanting (domain 8, 卷宗合格率).</summary>
    public IReadOnlyList<ReviewItem> Items { get; init; } = [];

    /// <summary>The position of the catalogue it is about; null is the whole dossier.</summary>
    public int? Position { get; init; }

    public string? Remark { get; init; }
}

/// <summary>合格 or 不合格.</summary>
public enum ReviewVerdict { Passed, Failed }

/// <summary>What a dossier is reviewed for (domain 8).</summary>
public enum ReviewItem { LawfulAcceptance, Complete, RightForms, Evidence, LawApplied, FollowUpTimely, Binding }
