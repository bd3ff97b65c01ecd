using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mediation.Core.Domain.Journal;

/// <summary>One written line of the journal, chained to the one before it by its hash.</summary>
public sealed record JournalRow
{
    public required long DistrictCode { get; init; }

    public required Guid DisputeId { get; init; }

    /// <summary>1 for the registration, then without a gap.</summary>
    public required long Sequence { get; init; }

    public required string Event { get; init; }

    public required Guid ActorId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>The event date in Asia/Shanghai.</summary>
    public required DateOnly OnDate { get; init; }

    public DateTimeOffset? DeviceTime { get; init; }

    /// <summary>The entry time, UTC, to the millisecond.</summary>
    public required DateTimeOffset ServerTime { get; init; }

    /// <summary>JSON text, kept as written so that both engines hash the same bytes.</summary>
    public required string Payload { get; init; }

    public byte[] Hash { get; init; } = [];

    /// <summary>SHA-256 over the previous hash and every column in table order, each as UTF-8 behind its length.</summary>
    public byte[] HashAfter(byte[] previous)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(sha, previous);
        AppendText(sha, DistrictCode.ToString(CultureInfo.InvariantCulture));
        AppendText(sha, DisputeId.ToString("D"));
        AppendText(sha, Sequence.ToString(CultureInfo.InvariantCulture));
        AppendText(sha, Event);
        AppendText(sha, ActorId.ToString("D"));
        AppendText(sha, OrganisationId.ToString("D"));
        AppendText(sha, OnDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        AppendText(sha, DeviceTime?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "");
        AppendText(sha, ServerTime.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        AppendText(sha, Payload);
        return sha.GetHashAndReset();
    }

    static void AppendText(IncrementalHash sha, string text) => Append(sha, Encoding.UTF8.GetBytes(text));

    static void Append(IncrementalHash sha, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        sha.AppendData(length);
        sha.AppendData(bytes);
    }
}
