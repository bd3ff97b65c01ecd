namespace Mediation.Core.Domain;

/// <summary>Who answers: small matters the village, hard ones the town, big ones the district (小事不出村、难事不出镇、大事不出区).</summary>
public enum Tier { Village, Town, District }

public static class TierOrder
{
    extension(Tier tier)
    {
        /// <summary>The tier a matter goes up to; null at the top.</summary>
        public Tier? Above => tier switch { Tier.Village => Tier.Town, Tier.Town => Tier.District, Tier.District => null };

        /// <summary>The tier a matter can be sent down to; null at the bottom.</summary>
        public Tier? Below => tier switch { Tier.Village => null, Tier.Town => Tier.Village, Tier.District => Tier.Town };
    }
}
