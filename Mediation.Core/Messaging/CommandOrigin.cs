using Mediation.Core.Data;

namespace Mediation.Core.Messaging;

/// <summary>Where the command of this scope comes from, when it was made offline.</summary>
[Scoped]
public sealed class CommandOrigin
{
    /// <summary>The version of the rules by which the tablet decided, when it is another than the one in force.</summary>
    public string? OtherRules { get; set; }
}
