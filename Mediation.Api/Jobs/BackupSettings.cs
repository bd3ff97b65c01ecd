using System.Globalization;
using Mediation.Core.Domain;

namespace Mediation.Api.Jobs;

/// <summary>`Backup:Folder`, `Backup:At` (by the clock of Shanghai) and `Backup:Keep`; without a folder nothing is scheduled.</summary>
sealed record BackupSettings(string? Folder, TimeOnly At, int Keep)
{
    const string Start = "mediation-", Ending = ".zip";

    public static BackupSettings Of(IConfiguration configuration) => new(
        configuration["Backup:Folder"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : null,
        TimeOnly.ParseExact(configuration["Backup:At"] ?? "02:30", "HH:mm", CultureInfo.InvariantCulture), Math.Max(1, configuration.GetValue("Backup:Keep", 14)));

    /// <summary>The last day whose hour has come.</summary>
    public DateOnly Due(DateTimeOffset now) => Shanghai.DateOf(now) is var today && now >= Shanghai.StartOf(today) + At.ToTimeSpan() ? today : today.AddDays(-1);

    public string PathOf(DateOnly day) => Path.Combine(Folder!, string.Create(CultureInfo.InvariantCulture, $"{Start}{day:yyyy-MM-dd}{Ending}"));

    /// <summary>Those of the schedule, the newest first; what else lies in the folder is nobody's to touch.</summary>
    public IReadOnlyList<string> Written => !Directory.Exists(Folder) ? []
        : [.. Directory.EnumerateFiles(Folder, $"{Start}????-??-??{Ending}").OrderDescending(StringComparer.Ordinal)];
}
