using System.Globalization;
using FluentValidation;
using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Messaging;

/// <summary>What stands in a query string, read so that a slip is told with the name of its field.</summary>
static class QueryText
{
    const int DefaultLimit = 50;
    const int LongestPage = 200;

    /// <summary>A word of the vocabulary in any case; numbers and lists of words are none.</summary>
    public static T? Word<T>(string? text) where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;

    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static AreaCode? Area(string? text) => AreaCode.TryParse(text, out var code) ? code : null;

    public static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>How many a page has, as checked by <see cref="IsLimit"/>.</summary>
    public static int Limit(string? text) => Number(text) ?? DefaultLimit;

    public static IRuleBuilderOptions<T, string?> IsWord<T, TWord>(this IRuleBuilder<T, string?> rule) where TWord : struct, Enum => rule
        .Must(text => text is null || Word<TWord>(text) is not null).WithErrorCode("unknown")
        .WithMessage($"One of {string.Join(", ", Enum.GetNames<TWord>().Select(name => name.ToLowerInvariant()))}.");

    public static IRuleBuilderOptions<T, string?> IsDate<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || Date(text) is not null).WithErrorCode("date").WithMessage("A date is written yyyy-MM-dd.");

    public static IRuleBuilderOptions<T, string?> IsArea<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || Area(text) is not null).WithErrorCode("code").WithMessage("An area code has 12 digits.");

    public static IRuleBuilderOptions<T, string?> IsLimit<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => text is null || Number(text) is >= 1 and <= LongestPage).WithErrorCode("range").WithMessage($"From 1 to {LongestPage}.");
}
