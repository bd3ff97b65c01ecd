namespace Mediation.Core.Data;

/// <summary>What an operator asked for is not done, and why; nothing was changed.</summary>
public sealed class RefusedException(string message) : Exception(message);

/// <summary>How far a long piece of work is; without a total nobody knows its end.</summary>
public delegate void TellProgress(string step, long done, long? total);
