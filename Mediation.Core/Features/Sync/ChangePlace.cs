using System.Globalization;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Sync;

/// <summary>
/// How far a tablet has pulled. It belongs to one account in one organisation of one database, and names the last journal line that was delivered: a
/// database that was put back to an earlier day does not have that line, or has another one in its place.
/// </summary>
sealed record ChangePlace
{
    const int Parts = 8;
    const int MarkLength = 16;

    public required string Epoch { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>The number of the last change that was delivered.</summary>
    public required long Number { get; init; }

    /// <summary>The last number when the first pull began.</summary>
    public required long Bound { get; init; }
    public Guid DisputeId { get; init; }
    public int Version { get; init; }
    public string Mark { get; init; } = "";

    public static string MarkOf(byte[] hash) => Convert.ToHexStringLower(hash)[..MarkLength];

    public static string EpochOf(byte[] secret) => Convert.ToHexStringLower(secret)[..MarkLength];

    public bool IsOf(Account account, string epoch) => Epoch == epoch && AccountId == account.Id && OrganisationId == account.OrganisationId;

    public string Write() => Cursor.Write(
        Epoch, AccountId, OrganisationId, Number.ToString(CultureInfo.InvariantCulture), Bound.ToString(CultureInfo.InvariantCulture), DisputeId,
        Version.ToString(CultureInfo.InvariantCulture), Mark);

    public static ChangePlace? Read(string? cursor) =>
        Cursor.Read(cursor, Parts) is [var epoch, var account, var organisation, var number, var bound, var dispute, var version, var mark]
        && Guid.TryParse(account, out var accountId) && Guid.TryParse(organisation, out var organisationId) && Guid.TryParse(dispute, out var disputeId)
        && long.TryParse(number, CultureInfo.InvariantCulture, out var at) && long.TryParse(bound, CultureInfo.InvariantCulture, out var end)
        && int.TryParse(version, CultureInfo.InvariantCulture, out var made)
            ? new ChangePlace
            {
                Epoch = epoch, AccountId = accountId, OrganisationId = organisationId, Number = at, Bound = end, DisputeId = disputeId, Version = made, Mark = mark,
            }
            : null;
}
