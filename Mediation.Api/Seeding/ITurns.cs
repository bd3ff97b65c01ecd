using MediatR;

namespace Mediation.Api.Seeding;

/// <summary>Something that is played step by step, each at its moment and by its person.</summary>
interface ITurns
{
    Guid Id { get; }

    bool IsOver { get; }

    Person NextBy { get; }

    DateTimeOffset NextAt { get; }

    /// <summary>The step that was begun last, for whoever is told that it was refused.</summary>
    string Told { get; }

    Task Take(ISender sender);
}
