using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>Announces a file: its length in bytes and, where the client knows it, the SHA-256 of the whole, against which it is checked at the end.</summary>
[Needs(Permission.Register, Permission.Mediate)]
public sealed record CreateUpload(long Length, string? Sha256, string? Name) : ICommand<UploadState>;

/// <summary>How far an upload has come; it ends a day after it was announced, attached or not.</summary>
public sealed record UploadState(Guid Id, long Offset, long Length, DateTimeOffset ExpiresAt);

sealed class CreateUploadValidator : AbstractValidator<CreateUpload>
{
    public CreateUploadValidator()
    {
        RuleFor(c => c.Length).GreaterThan(0).WithErrorCode("range");
        RuleFor(c => c.Sha256).Matches("^[0-9a-f]{64}$").WithErrorCode("pattern").WithMessage("64 hexadecimal digits in small letters.");
        RuleFor(c => c.Name).MaximumLength(200).WithErrorCode("length");
    }
}

sealed class CreateUploadHandler(CurrentUser user, UploadStore uploads, FileVault vault, TimeProvider clock) : ICommandHandler<CreateUpload, UploadState>
{
    /// <summary>More than a dossier's worth, and less than a disk's.</summary>
    const int OpenAtATime = 200;

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public async Task<UploadState> Handle(CreateUpload command, CancellationToken ct)
    {
        if (command.Length > vault.Settings.MaxBytes)
            throw new TooLargeException(vault.Settings.MaxBytes);
        if (await uploads.CountOf(user.Account.Area.District.Value, user.Account.Id) >= OpenAtATime)
            throw new ConflictException("upload.too-many", $"{OpenAtATime} uploads are open; attach or end some first.");
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var row = new UploadRow
        {
            Id = Guid.CreateVersion7(), AccountId = user.Account.Id, Length = command.Length, Sha256 = command.Sha256, Name = command.Name, ExpiresAt = now + Lifetime,
        };
        await uploads.Add(user.Account.Area.District.Value, row);
        return new UploadState(row.Id, 0, row.Length, row.ExpiresAt);
    }
}
