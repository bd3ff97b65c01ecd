using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Sync;

/// <summary>The town opens a file of unsent work, one that was sent or one that was carried to it, for a written reason; it is logged like a reveal.</summary>
[Needs(Permission.Direct)]
public sealed record OpenExport : ICommand<ExportContent>
{
    /// <summary>One that was sent.</summary>
    public Guid? ExportId { get; init; }

    /// <summary>One that was carried here.</summary>
    public ExportFile? Export { get; init; }

    public string? Reason { get; init; }
}

sealed class OpenExportValidator : AbstractValidator<OpenExport>
{
    public OpenExportValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
        RuleFor(c => c.ExportId).NotNull().When(c => c.Export is null).WithErrorCode("required").WithMessage("Say which file (exportId), or send it (export).");
        RuleFor(c => c.ExportId).Null().When(c => c.Export is not null).WithErrorCode("range").WithMessage("One file at a time.");
        RuleFor(c => c.Export!).SetValidator(new ExportFileValidator()).When(c => c.Export is not null);
    }
}

sealed class OpenExportHandler(CurrentUser user, ExportStore exports, AccessLog log, TimeProvider clock) : ICommandHandler<OpenExport, ExportContent>
{
    public async Task<ExportContent> Handle(OpenExport command, CancellationToken ct)
    {
        var kept = command.ExportId is { } id ? await exports.Find(id, ct) ?? throw new NotFoundException("The file") : null;
        var town = kept is null ? GetExportKeyHandler.TownOf(user.Account) : new AreaCode(kept.AreaCode);
        if (!user.Account.SeesArea || !user.Account.Area.Holds(town))
            throw new NotFoundException("The file");
        var file = command.Export ?? StorageJson.Read<ExportFile>(kept!.Body);
        if (await exports.FindKey(town, ct) is not { } pair || ExportKeys.IdOf(ExportKeys.PublicOf(pair)) != file.KeyId)
            throw new RuleViolationException("export.key-unknown", "It was not closed with a key of your town.", "sync", "export");
        var content = ExportKeys.Open(file, pair);
        var now = clock.GetUtcNow();
        await log.Add(new AccessRow
        {
            Id = Guid.CreateVersion7(), At = now, AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = "Reveal",
            DistrictCode = town.District.Value, Detail = $"export of device {file.DeviceId}, account {file.AccountId}: {command.Reason}",
        });
        if (kept is not null)
            await exports.Opened(kept, user.Account.Id, now);
        return content;
    }
}
