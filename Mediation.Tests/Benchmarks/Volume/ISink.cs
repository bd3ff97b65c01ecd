namespace Mediation.Benchmarks.Volume;

/// <summary>Where the rows go: either engine's fastest way in.</summary>
interface ISink : IDisposable
{
    /// <summary>Whether the search index is a table of its own.</summary>
    bool HasSearchIndex { get; }

    /// <summary>Takes indexes and triggers away that would be kept with each row.</summary>
    void Begin();

    void Write(Batch batch);

    /// <summary>Makes them again, as the migrations did.</summary>
    void End();
}
