namespace Mediation.Core.Domain.Disputes;

/// <summary>A file of the dossier as its own desk sees it.</summary>
public sealed record AttachmentView
{
    public required Guid Id { get; init; }
    public Guid? CaseId { get; init; }
    public required AttachmentKind Kind { get; init; }

    /// <summary>The paper whose signed sheet this is; a name of PaperKind.</summary>
    public string? Paper { get; init; }
    public string? Name { get; init; }
    public string? Origin { get; init; }

    /// <summary>Of the bytes as kept.</summary>
    public required string Sha256 { get; init; }
    public required string MediaType { get; init; }

    /// <summary>Bytes as kept.</summary>
    public required long Length { get; init; }
    public required int Pages { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Added after the dossier was archived.</summary>
    public required bool Supplement { get; init; }
    public Guid? SupersededBy { get; init; }
    public DateOnly? ErasedOn { get; init; }

    public static AttachmentView Of(Attachment a) => new()
    {
        Id = a.Id, CaseId = a.CaseId, Kind = a.Kind, Paper = a.Paper, Name = a.Name, Origin = a.Origin, Sha256 = a.Sha256, MediaType = a.MediaType,
        Length = a.Length, Pages = a.Pages, On = a.On, Supplement = a.Supplement, SupersededBy = a.SupersededBy, ErasedOn = a.ErasedOn,
    };
}
