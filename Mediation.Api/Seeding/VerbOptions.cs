namespace Mediation.Api.Seeding;

/// <summary>The options behind a verb; what is not known is wrong use, not ignored.</summary>
sealed class VerbOptions
{
    readonly Dictionary<string, string> values = [];
    readonly HashSet<string> flags = [];

    public string? this[string name] => values.GetValueOrDefault(name);

    public bool Has(string flag) => flags.Contains(flag);

    public static VerbOptions Read(string[] options, string[] named, string[] flags)
    {
        var read = new VerbOptions();
        for (var at = 0; at < options.Length; at++)
        {
            if (flags.Contains(options[at]))
                read.flags.Add(options[at]);
            else if (named.Contains(options[at]) && at + 1 < options.Length)
                read.values[options[at]] = options[++at];
            else
                throw new VerbUseException($"'{options[at]}' is not known here, or lacks its value.");
        }
        return read;
    }
}

/// <summary>The program was called in a way it does not know.</summary>
sealed class VerbUseException(string message) : Exception(message);
