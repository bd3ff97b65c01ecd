namespace Mediation.Core.Data;

/// <summary>One of these per request; registered by this mark.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ScopedAttribute : Attribute;
