namespace Mediation.Benchmarks.Volume;

/// <summary>How big a made-up city is: its disputes lie in the same share over its districts and over the villages of each.</summary>
/// <param name="Disputes">How many in all.</param>
/// <param name="Districts">Each with the towns, villages and organisations of the seeds' district.</param>
/// <param name="Villages">Over how many villages of a district the disputes are spread, 57 at most.</param>
sealed record VolumeShape(int Disputes, int Districts = 10, int Villages = 57)
{
    /// <summary>Over how many months they were received.</summary>
    public const int Months = 36;

    /// <summary>How many of a hundred are still open.</summary>
    public const int OpenPercent = 3;

    /// <summary>Beyond this, matters that are closed are those with two lines in their journal.</summary>
    public const int MostWithWholeJournals = 2_000_000;

    /// <summary>Counts what the generator makes of the same shape; a new number makes everything anew.</summary>
    const int Generation = 1;

    public string Key => $"{Disputes}-{Districts}x{Villages}-g{Generation}";
}
