using Mediation.Api.Http;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Features.Seeds;

namespace Mediation.Api.Seeding;

/// <summary>The accounts of accounts.json, which exist in Development only and share a password that stands in the README.</summary>
static class DemoAccounts
{
    public const string Password = "Mediation-2026";

    /// <summary>海口村, 红星村 and 海口镇: who tries the product as `village` or `town` finds their own work alone in the current month.</summary>
    public static readonly IReadOnlySet<AreaCode> AreasLeftAlone =
        new HashSet<AreaCode> { new(340_803_100_204), new(340_803_100_205), new(340_803_100_000) };

    /// <summary>大观区.</summary>
    public static readonly AreaCode District = new(340_803_000_000);

    /// <summary>十里铺乡, whose centre holds its meetings too.</summary>
    public static readonly AreaCode MeetingTown = new(340_803_200_000);

    public static async Task<IReadOnlyList<AccountSeed>> Read(SignIn signIn, CancellationToken ct)
    {
        var hash = signIn.Hash(Password);
        return [.. (await SeedFolder.List<DemoAccount>("accounts.json", ct)).Select(account => account.ToSeed(hash))];
    }
}

/// <summary>An entry of accounts.json.</summary>
sealed record DemoAccount
{
    public required string UserName { get; init; }
    public required string DisplayName { get; init; }
    public required IReadOnlyList<Role> Roles { get; init; }
    public required Guid OrganisationId { get; init; }
    public Guid? MediatorId { get; init; }

    public AccountSeed ToSeed(string hash) => new()
    {
        Id = SeedId.Of("account/" + UserName), UserName = UserName, DisplayName = DisplayName, Roles = Roles, OrganisationId = OrganisationId,
        MediatorId = MediatorId, PasswordHash = hash,
    };
}
