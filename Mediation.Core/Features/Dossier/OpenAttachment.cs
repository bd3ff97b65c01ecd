using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Papers.Contents;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>A file's bytes, for the desk whose file it is and for the office that drew its dossier; the look is logged before the answer.</summary>
[Needs(Permission.ReadMatters)]
public sealed record OpenAttachment(Guid DisputeId, Guid AttachmentId) : ICommand<OpenedAttachment>;

/// <summary>Whose bytes these are, and the name under which they are saved.</summary>
public sealed record OpenedAttachment(string Sha256, string MediaType, string FileName);

/// <summary>The bytes themselves, read outside of any transaction.</summary>
[Needs(Permission.ReadMatters)]
public sealed record ReadAttachment(OpenedAttachment Opened) : IQuery<Stream>;

sealed class OpenAttachmentHandler(DossierAccess access) : ICommandHandler<OpenAttachment, OpenedAttachment>
{
    public async Task<OpenedAttachment> Handle(OpenAttachment command, CancellationToken ct)
    {
        var file = await access.File(command.DisputeId, ct);
        var attachment = await access.Attachment(file, command.AttachmentId, ct);
        if (attachment.ErasedOn is not null)
            throw new GoneException("The file was lawfully erased (已依法删除); it");
        await access.Log(file, "Read", $"attachment {attachment.Id}");
        var extension = ContentType.ExtensionOf(attachment.MediaType);
        var name = attachment.Name is { Length: > 0 } given ? Path.GetFileNameWithoutExtension(given) : $"{attachment.On:yyyyMMdd}-{attachment.Kind}";
        return new OpenedAttachment(attachment.Sha256, attachment.MediaType, $"{name}.{extension}");
    }
}

sealed class ReadAttachmentHandler(FileVault vault) : IQueryHandler<ReadAttachment, Stream>
{
    public Task<Stream> Handle(ReadAttachment query, CancellationToken ct) => Task.FromResult<Stream>(vault.Open(query.Opened.Sha256));
}
