namespace Mediation.Benchmarks.Start;

/// <summary>A folder that is gone when it is not needed any more.</summary>
sealed class Scratch : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mediation-published-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
