using System.Text.Json.Serialization;
using FluentValidation;
using FluentValidation.Results;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>
/// Saves the district's scoring scheme of a year as its next version. Once results of the year are frozen the scheme stands: units would be scored by
/// different rules.
/// </summary>
[Needs(Permission.Assess, Permission.ManageCalendar)]
public sealed record SaveScheme : SchemeBody, ICommand<SchemeView>
{
    [JsonIgnore]
    public string Year { get; init; } = "";

    /// <summary>The version that was looked at; 0 is the one that the program brings, and of a year without a scheme.</summary>
    public int? BaseVersion { get; init; }
}

sealed class SaveSchemeValidator : AbstractValidator<SaveScheme>
{
    public SaveSchemeValidator()
    {
        RuleFor(c => c.BaseVersion).NotNull().WithErrorCode("required").GreaterThanOrEqualTo(0).WithErrorCode("range");
        Include(new SchemeBodyValidator());
    }
}

sealed class SaveSchemeHandler(AssessmentDesk desk, ScoreStore scores, SchemeReader reader) : ICommandHandler<SaveScheme, SchemeView>
{
    public async Task<SchemeView> Handle(SaveScheme command, CancellationToken ct)
    {
        var year = SchemeReader.YearOf(command.Year);
        var scheme = command.ToScheme(year);
        if (SchemeFaults.Of(scheme).ToList() is { Count: > 0 } faults)
            throw new ValidationException(faults.Select(fault => new ValidationFailure(fault.Field, fault.Message) { ErrorCode = "scheme.invalid" }));
        await scores.Lock(desk.District);
        var known = await scores.Scheme(desk.District, year, ct);
        if (known is { } same && StorageJson.Write(same.Scheme) == StorageJson.Write(scheme))
            return await reader.View(same.Scheme, same.Version);
        var version = known?.Version ?? 0;
        if (version != command.BaseVersion)
            throw known is { } now
                ? new StaleException("scheme.stale", await reader.View(now.Scheme, now.Version))
                : new RuleViolationException("scheme.no-such-version", "The year has no scheme yet; the base version is 0.", "versions", "baseVersion");
        if (await scores.IsFrozen(desk.District, year))
            throw new RuleViolationException("scheme.frozen", "Results of the year are frozen by its scheme.", "domain 8 (results frozen)");
        await scores.AddScheme(desk.District, scheme, version + 1, desk.Account.Id, desk.Hand.At);
        return await reader.View(scheme, version + 1);
    }
}
