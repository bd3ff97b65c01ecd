namespace Mediation.Core.Domain.Papers;

/// <summary>One line of the catalogue (卷内目录): what belongs there, whether it must, and how it stands.</summary>
public sealed record DossierPosition
{
    /// <summary>1 to 13, the order of domain 6.</summary>
    public required int Number { get; init; }

    /// <summary>The papers that fill it; one of them suffices. Empty where only files do.</summary>
    public required IReadOnlyList<PaperKind> Papers { get; init; }

    public required string Title { get; init; }

    public required DossierNeed Need { get; init; }

    public required DossierState State { get; init; }

    /// <summary>Why it stands in another form, or, once archived, why it is missing.</summary>
    public string? Reason { get; init; }

    /// <summary>The statute or section that asks for it, or frees from it.</summary>
    public required string Basis { get; init; }

    /// <summary>Pages of the files; a paper that is printed from the entries counts one a sheet.</summary>
    public required int Pages { get; init; }

    /// <summary>The running number of its first page; 0 when there is none.</summary>
    public int FirstPage { get; init; }

    public required IReadOnlyList<Guid> AttachmentIds { get; init; }
}
