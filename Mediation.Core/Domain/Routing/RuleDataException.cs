namespace Mediation.Core.Domain.Routing;

/// <summary>The rule file says something that cannot be a rule; the message names the rule.</summary>
public sealed class RuleDataException(string message) : Exception(message);
