namespace Mediation.Core.Messaging;

/// <summary>A tablet may keep it while it is offline and send it later, in a batch.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OfflineAttribute : Attribute;

/// <summary>The commands that a batch may hold, by name; their endpoints bear the same names, so that no use case is imported by the batch.</summary>
public static class CommandKinds
{
    public static IReadOnlyDictionary<string, Type> All { get; } = typeof(CommandKinds).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsDefined(typeof(OfflineAttribute), inherit: true)).ToDictionary(type => type.Name);
}
