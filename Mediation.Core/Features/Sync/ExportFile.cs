using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FluentValidation;
using Mediation.Core.Domain;

namespace Mediation.Core.Features.Sync;

/// <summary>
/// Unsent work that a tablet wrote to a file, closed for its town: ECDH on P-256 with a key of its own, HKDF-SHA256 without salt and with the format's name as
/// info, AES-256-GCM with the tag behind the text.
/// </summary>
public record ExportFile
{
    public const string Known = "mediation-export-1";

    /// <summary>mediation-export-1</summary>
    public string? Format { get; init; }

    /// <summary>Which of the town's keys it was closed with.</summary>
    public string? KeyId { get; init; }

    public Guid DeviceId { get; init; }

    public Guid AccountId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The tablet's public key, made for this file alone.</summary>
    public EcKey? EphemeralKey { get; init; }

    /// <summary>12 bytes, base64url.</summary>
    public string? Iv { get; init; }

    /// <summary>Base64url; the last 16 bytes are the tag.</summary>
    public string? Ciphertext { get; init; }
}

/// <summary>A public key on P-256 as a JSON Web Key.</summary>
public sealed record EcKey
{
    public string? Kty { get; init; }

    public string? Crv { get; init; }

    public string? X { get; init; }

    public string? Y { get; init; }
}

/// <summary>What stood in a file: the entries as in a batch, each with what became of it and why.</summary>
public sealed record ExportContent
{
    public required Guid DeviceId { get; init; }

    public required Guid AccountId { get; init; }

    public required JsonElement Entries { get; init; }
}

sealed class ExportFileValidator : AbstractValidator<ExportFile>
{
    public ExportFileValidator()
    {
        RuleFor(f => f.Format).NotEmpty().WithErrorCode("required").Must(f => f is null or ExportFile.Known).WithErrorCode("unknown").WithMessage(ExportFile.Known);
        RuleFor(f => f.KeyId).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("length");
        RuleFor(f => f.DeviceId).NotEmpty().WithErrorCode("required");
        RuleFor(f => f.AccountId).NotEmpty().WithErrorCode("required");
        RuleFor(f => f.CreatedAt).NotNull().WithErrorCode("required");
        RuleFor(f => f.EphemeralKey).NotNull().WithErrorCode("required").Must(k => k is null || k is { Kty: "EC", Crv: "P-256" } && Is(k.X, 32) && Is(k.Y, 32))
            .WithErrorCode("range").WithMessage("A public key on P-256 as JWK.");
        RuleFor(f => f.Iv).NotEmpty().WithErrorCode("required").Must(iv => iv is null || Is(iv, 12)).WithErrorCode("range").WithMessage("12 bytes as base64url.");
        RuleFor(f => f.Ciphertext).NotEmpty().WithErrorCode("required").Must(text => text is null || Base64Url.IsValid(text, out var length) && length > 16)
            .WithErrorCode("range").WithMessage("Base64url with a tag of 16 bytes.");
    }

    static bool Is(string? text, int bytes) => text is not null && Base64Url.IsValid(text, out var length) && length == bytes;
}

/// <summary>Keys of towns, and what is closed with them.</summary>
static class ExportKeys
{
    static readonly byte[] Info = Encoding.ASCII.GetBytes(ExportFile.Known);

    public static string Make()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(pair.ExportPkcs8PrivateKey());
    }

    public static EcKey PublicOf(string pair)
    {
        using var key = Read(pair);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new EcKey { Kty = "EC", Crv = "P-256", X = Base64Url.EncodeToString(point.X), Y = Base64Url.EncodeToString(point.Y) };
    }

    /// <summary>The thumbprint of RFC 7638.</summary>
    public static string IdOf(EcKey key) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"{{key.Crv}}","kty":"{{key.Kty}}","x":"{{key.X}}","y":"{{key.Y}}"}""")));

    public static ExportContent Open(ExportFile file, string pair)
    {
        try
        {
            return JsonSerializer.Deserialize<ExportContent>(Decrypted(file, pair), JsonSerializerOptions.Web) ?? throw Unreadable();
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            throw Unreadable();
        }
    }

    static byte[] Decrypted(ExportFile file, string pair)
    {
        using var own = Read(pair);
        using var theirs = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(file.EphemeralKey!.X), Y = Base64Url.DecodeFromChars(file.EphemeralKey.Y) },
        });
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, own.DeriveRawSecretAgreement(theirs.PublicKey), 32, [], Info);
        var closed = Base64Url.DecodeFromChars(file.Ciphertext);
        var plain = new byte[closed.Length - 16];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(Base64Url.DecodeFromChars(file.Iv), closed.AsSpan(0, plain.Length), closed.AsSpan(plain.Length), plain);
        return plain;
    }

    static ECDiffieHellman Read(string pair)
    {
        var key = ECDiffieHellman.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(pair), out _);
        return key;
    }

    static RuleViolationException Unreadable() => new("export.unreadable", "The file is damaged, or was closed with another key.", "sync", "export");
}
