namespace Mediation.Api.Verbs;

/// <summary>The words behind a verb; what is not known is wrong use, not ignored.</summary>
sealed class VerbOptions
{
    readonly Dictionary<string, string> values = [];
    readonly HashSet<string> flags = [];
    readonly List<string> words = [];

    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>What stands without a name, in order.</summary>
    public IReadOnlyList<string> Words => words;

    public bool Has(string flag) => flags.Contains(flag);

    public string Required(string name, string what) => this[name] ?? throw new VerbUseException($"Say {what}: {name}.");

    /// <summary>`words` is how many stand without a name; fewer or more is wrong use.</summary>
    public static VerbOptions Read(IReadOnlyList<string> options, string[] named, string[] flags, int words = 0)
    {
        var read = new VerbOptions();
        for (var at = 0; at < options.Count; at++)
        {
            if (flags.Contains(options[at]))
                read.flags.Add(options[at]);
            else if (named.Contains(options[at]) && at + 1 < options.Count)
                read.values[options[at]] = options[++at];
            else if (!options[at].StartsWith('-') && read.words.Count < words)
                read.words.Add(options[at]);
            else
                throw new VerbUseException($"'{options[at]}' is not known here, or lacks its value.");
        }
        return read.words.Count == words ? read : throw new VerbUseException("Something is left out.");
    }
}

/// <summary>The program was called in a way it does not know.</summary>
sealed class VerbUseException(string message) : Exception(message);
