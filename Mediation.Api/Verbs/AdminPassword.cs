using System.Text;

namespace Mediation.Api.Verbs;

/// <summary>Asks for the password of an administrator at the terminal; it is never an argument.</summary>
static class AdminPassword
{
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
