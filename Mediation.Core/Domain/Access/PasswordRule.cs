namespace Mediation.Core.Domain.Access;

/// <summary>What a password must be (等保 2.0 practice, domain 9): long enough, 3 of 4 kinds of characters, not the account's name.</summary>
public static class PasswordRule
{
    const int Shortest = 8;
    const int ShortestOfAdmin = 12;
    const int KindsAsked = 3;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? Fault(string userName, string password, bool isAdmin)
    {
        var shortest = isAdmin ? ShortestOfAdmin : Shortest;
        if (password.Length < shortest)
            return $"The password needs at least {shortest} characters.";
        if (userName.Length > 0 && password.Contains(userName, StringComparison.OrdinalIgnoreCase))
            return "The password must not contain the user name.";
        bool[] kinds = [password.Any(char.IsUpper), password.Any(char.IsLower), password.Any(char.IsDigit), password.Any(c => !char.IsLetterOrDigit(c))];
        return kinds.Count(has => has) < KindsAsked ? "The password needs 3 of: capitals, small letters, digits, other characters." : null;
    }
}
