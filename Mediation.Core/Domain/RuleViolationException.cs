namespace Mediation.Core.Domain;

/// <summary>What was asked breaks a rule of the trade; the rule is a statute ("人民调解法 17") or a local rule id.</summary>
public sealed class RuleViolationException(string code, string message, string rule, string? at = null) : Exception(message)
{
    public string Code => code;

    public string Rule => rule;

    /// <summary>The field of the request that broke it, if one did.</summary>
    public string? Field => at;
}
