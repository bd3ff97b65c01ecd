namespace Mediation.Api.Seeding;

/// <summary>Stands at the moment of the step that is played.</summary>
sealed class StoryClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
