using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Sync;

/// <summary>Keeps a file of unsent work for the town that can open it; a revoked tablet may still leave one. The same file sent again is one.</summary>
[Needs(Permission.SignedIn)]
public sealed record KeepExport : ExportFile, ICommand<ExportItem>;

/// <summary>A file of unsent work that waits for the town, or was opened.</summary>
public sealed record ExportItem
{
    public required Guid Id { get; init; }
    public required AreaCode AreaCode { get; init; }
    public required string KeyId { get; init; }
    public required Guid DeviceId { get; init; }
    public string? DeviceName { get; init; }
    public required Guid AccountId { get; init; }
    public string? AccountName { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }

    public static ExportItem Of(ExportRow row) => new()
    {
        Id = row.Id, AreaCode = new AreaCode(row.AreaCode), KeyId = row.KeyId, DeviceId = row.DeviceId, DeviceName = row.DeviceName, AccountId = row.AccountId,
        AccountName = row.AccountName, CreatedAt = row.CreatedAt, ReceivedAt = row.ReceivedAt, OpenedAt = row.OpenedAt,
    };
}

sealed class KeepExportValidator : AbstractValidator<KeepExport>
{
    public KeepExportValidator() => Include(new ExportFileValidator());
}

sealed class KeepExportHandler(CurrentUser user, ExportStore exports, TimeProvider clock) : ICommandHandler<KeepExport, ExportItem>
{
    public async Task<ExportItem> Handle(KeepExport command, CancellationToken ct)
    {
        var town = GetExportKeyHandler.TownOf(user.Account);
        if (await exports.FindKey(town, ct) is not { } pair || ExportKeys.IdOf(ExportKeys.PublicOf(pair)) != command.KeyId)
            throw new RuleViolationException("export.key-unknown", "It was not closed with a key of your town.", "sync", "keyId");
        // Its own words name it.
        var id = new Guid(SHA256.HashData(Encoding.ASCII.GetBytes($"{command.KeyId} {command.Iv} {command.Ciphertext}")).AsSpan(0, 16), bigEndian: true);
        await exports.Add(new ExportRow
        {
            Id = id, AreaCode = town.Value, KeyId = command.KeyId!, DeviceId = command.DeviceId, AccountId = command.AccountId, CreatedAt = command.CreatedAt!.Value,
            SentBy = user.Account.Id, ReceivedAt = clock.GetUtcNow(), Body = StorageJson.Write<ExportFile>(command),
        });
        return ExportItem.Of((await exports.Find(id, ct))!);
    }
}
