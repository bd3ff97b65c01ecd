namespace Mediation.Core.Domain.Disputes;

/// <summary>Where a party can be found, as the other side may read it.</summary>
public static class PartyContact
{
    /// <summary>A victim's address and phone stay off everything the other side sees (反家庭暴力法 5, 未成年人保护法 103; domain 12).</summary>
    public static Party ForOtherSide(Party party) => party.Protected ? party with { Contact = null, Phone = null, Address = null, Area = null } : party;
}
