using System.Text;

namespace Mediation.Api.Seeding;

/// <summary>The password of an administrator (domain 9: at least 12 characters, 3 of 4 kinds, not the account name); never an argument.</summary>
static class AdminPassword
{
    const int Shortest = 12;
    const int KindsAsked = 3;

    public static string? Fault(string userName, string password)
    {
        if (password.Length < Shortest)
            return $"The password needs at least {Shortest} characters.";
        if (password.Contains(userName, StringComparison.OrdinalIgnoreCase))
            return "The password must not contain the user name.";
        bool[] kinds =
        [
            password.Any(char.IsUpper), password.Any(char.IsLower), password.Any(char.IsDigit), password.Any(c => !char.IsLetterOrDigit(c)),
        ];
        return kinds.Count(has => has) < KindsAsked ? "The password needs 3 of: capitals, small letters, digits, other characters." : null;
    }

    /// <summary>Asks twice, without an echo.</summary>
    public static string Ask()
    {
        if (Console.IsInputRedirected)
            throw new VerbUseException("There is nobody to ask for the password; give it with --password-stdin.");
        var password = Read("Password: ");
        return password == Read("Once more: ") ? password : throw new VerbUseException("The two passwords differ.");
    }

    static string Read(string prompt)
    {
        Console.Error.Write(prompt);
        var text = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                text.Length = Math.Max(0, text.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                text.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return text.ToString();
    }
}
