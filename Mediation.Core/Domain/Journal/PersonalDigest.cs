using System.Security.Cryptography;
using System.Text;

namespace Mediation.Core.Domain.Journal;

/// <summary>A personal text beside the journal: its value and salt go together when it is lawfully erased.</summary>
public sealed record PersonalText
{
    public string? Value { get; init; }

    public byte[]? Salt { get; init; }

    /// <summary>The date of a lawful erasure (已依法删除); value and salt are gone then.</summary>
    public DateOnly? ErasedOn { get; init; }

    public static PersonalText Of(string value) => new() { Value = value, Salt = RandomNumberGenerator.GetBytes(12) };

    /// <summary>The digest that the journal keeps: 16 bytes of HMAC-SHA-256 over the field's name and text.</summary>
    public string Digest(string field) =>
        Convert.ToBase64String(HMACSHA256.HashData(Salt ?? [], Encoding.UTF8.GetBytes($"{field}\n{Value}"))[..16]);
}
