using System.Globalization;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>The scoring scheme of a year: the district's own, else the placeholders that the program brings (version 0).</summary>
[Needs(Permission.ReadReports, Permission.ManageCalendar)]
public sealed record GetScheme(string Year) : IQuery<SchemeView>;

/// <summary>A scheme, its version, and what the viewer may do.</summary>
public sealed record SchemeView
{
    public required int Version { get; init; }

    /// <summary>Results of the year are frozen: it changes no more.</summary>
    public required bool Frozen { get; init; }

    /// <summary>No official text fixes these points: they are the program's placeholders.</summary>
    public required bool Placeholder { get; init; }
    public required ScoringScheme Scheme { get; init; }

    /// <summary>Names of the operations that the viewer may send now.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>Shows a scheme to one person.</summary>
[Scoped]
sealed class SchemeReader(AssessmentDesk desk, ScoreStore scores)
{
    const int First = 2000;
    const int Last = 2999;

    /// <summary>The year of an address.</summary>
    public static int YearOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= First and <= Last ? year : throw new NotFoundException("The year");

    public async Task<SchemeView> View(ScoringScheme scheme, int version)
    {
        var frozen = await scores.IsFrozen(desk.District, scheme.Year);
        return new SchemeView
        {
            Version = version, Frozen = frozen, Placeholder = version == 0, Scheme = scheme,
            Can = !frozen && (desk.Account.May(Permission.Assess) || desk.Account.May(Permission.ManageCalendar)) ? [nameof(SaveScheme)] : [],
        };
    }
}

sealed class GetSchemeHandler(AssessmentDesk desk, ScoreStore scores, SchemeReader reader) : IQueryHandler<GetScheme, SchemeView>
{
    public async Task<SchemeView> Handle(GetScheme query, CancellationToken ct) => await scores.Scheme(desk.District, SchemeReader.YearOf(query.Year), ct) is { } found
        ? await reader.View(found.Scheme, found.Version) : throw new NotFoundException("The scheme");
}
