using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Domain.Supervision;

namespace Mediation.Core.Data;

/// <summary>Rules, report definitions and the work calendar: data with versions, parsed once and looked up again every minute.</summary>
public sealed class ReferenceData(TimeProvider clock)
{
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, byte[]> secrets = new();
    volatile Parsed? parsed;

    public async Task<RuleSets> RuleSets(DbSession db, CancellationToken ct = default) => (await Current(db, ct)).Rules;

    public async Task<RuleSet> RuleSet(DbSession db, DateOnly on, CancellationToken ct = default) => (await RuleSets(db, ct)).On(on);

    public async Task<ReportDefinition> ReportDefinition(DbSession db, CancellationToken ct = default) => (await Current(db, ct)).Definition;

    public async Task<WorkCalendar> Calendar(DbSession db, CancellationToken ct = default) => (await Current(db, ct)).Calendar;

    /// <summary>Differs as soon as the rules, the calendar or the program do, by which limits are computed.</summary>
    public async Task<string> LimitBasis(DbSession db, CancellationToken ct = default) => (await Current(db, ct)).LimitBasis;

    /// <summary>Terms of keeping and the days until archiving: local data.</summary>
    public async Task<RetentionTerms> RetentionTerms(DbSession db, CancellationToken ct = default) => (await Current(db, ct)).Retention;

    /// <summary>Who goes round how often, and what follows from what is found: local data.</summary>
    public async Task<ScreeningPractices> Screening(DbSession db, CancellationToken ct = default) => (await Current(db, ct)).Screening;

    /// <summary>Cards, more time and meetings: local data.</summary>
    public async Task<SupervisionRules> Supervision(DbSession db, DateOnly on, CancellationToken ct = default) =>
        (await Current(db, ct)).Supervision is var versions && versions.LastOrDefault(version => version.EffectiveFrom <= on) is { } version ? version : versions[0];

    /// <summary>Stores a text of a kind when it is new, or newer; the next look reads it.</summary>
    public async Task Store(DbSession db, string kind, string version, DateOnly effectiveFrom, string body)
    {
        await db.Execute(
            """
            insert into rule_set (kind, version, effective_from, body) values (@kind, @version, @effectiveFrom, @body)
            on conflict (kind, version) do update set body = excluded.body, effective_from = excluded.effective_from
            """, new { kind, version, effectiveFrom, body });
        parsed = null;
    }

    public static async Task<string?> Text(DbSession db, string kind, CancellationToken ct = default) => (await Newest(db, kind, ct))?.Body;

    /// <summary>The text that is looked up, with the version under which it is stored.</summary>
    public static Task<ReferenceText?> Newest(DbSession db, string kind, CancellationToken ct = default) => db.Find<ReferenceText>(
        "select version, effective_from, body from rule_set where kind = @kind order by effective_from desc, version desc limit 1", new { kind }, ct);

    /// <summary>The same for a change: on PostgreSQL two administrators take turns; in the lane they do anyway.</summary>
    public static async Task<ReferenceText?> NewestForChange(DbSession db, string kind)
    {
        if (!db.IsSqlite)
            await db.Execute("select 1 from rule_set where kind = @kind order by version for update", new { kind });
        return await Newest(db, kind);
    }

    /// <summary>A key of this installation, by name; it never changes.</summary>
    public async ValueTask<byte[]> Secret(DbSession db, string name) =>
        secrets.TryGetValue(name, out var known) ? known : secrets[name] = await new SecretStore(db).Key(name);

    /// <summary>Whether the key is made already, so that asking for it writes nothing.</summary>
    public async ValueTask<bool> KnowsSecret(DbSession db, string name)
    {
        if (!secrets.ContainsKey(name) && await new SecretStore(db).Known(name) is { } known)
            secrets[name] = known;
        return secrets.ContainsKey(name);
    }

    async ValueTask<Parsed> Current(DbSession db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (parsed is { } known && now - known.At < Fresh && now >= known.At)
            return known;
        var (rules, calendar) = (await Required(db, ReferenceKind.RoutingRules, ct), await Required(db, ReferenceKind.WorkCalendar, ct));
        return parsed = new Parsed(
            now,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(ReferenceData).Module.ModuleVersionId}{rules}{calendar}"))),
            Domain.Routing.RuleSets.Parse(rules),
            Domain.Reports.ReportDefinition.Parse(await Required(db, ReferenceKind.ReportDefinition, ct)),
            WorkCalendar.Parse(calendar),
            Domain.Papers.RetentionTerms.Parse(await Required(db, ReferenceKind.RetentionTerms, ct)),
            ScreeningPractices.Parse(await Required(db, ReferenceKind.Screening, ct)),
            SupervisionRules.Parse(await Required(db, ReferenceKind.SupervisionRules, ct)));
    }

    static async Task<string> Required(DbSession db, string kind, CancellationToken ct) => await Text(db, kind, ct)
        ?? throw new InvalidOperationException($"The database holds no {kind}; they come from seeds/ at start-up.");

    sealed record Parsed(DateTimeOffset At, string LimitBasis, RuleSets Rules, ReportDefinition Definition, WorkCalendar Calendar, RetentionTerms Retention,
        ScreeningPractices Screening, IReadOnlyList<SupervisionRules> Supervision);
}

/// <summary>The kinds of reference data.</summary>
public static class ReferenceKind
{
    public const string RoutingRules = "routing-rules";
    public const string ReportDefinition = "report-definition";
    public const string WorkCalendar = "work-calendar";
    public const string Labels = "reference-labels";
    public const string RetentionTerms = "retention-terms";
    public const string Phrases = "phrases";
    public const string Screening = "screening";
    public const string SupervisionRules = "supervision-rules";
    public const string ScoringSchemes = "scoring-schemes";

    /// <summary>Stands there once all older disputes are entered behind their numbers; the number grows when they are to be entered anew.</summary>
    public const string ReportEntries = "report-entries-2";

    /// <summary>Stands there once all older disputes are entered in the lists of supervision.</summary>
    public const string OversightRows = "oversight-rows";
}

/// <summary>One version of a text.</summary>
public sealed record ReferenceText
{
    public required string Version { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public required string Body { get; init; }
}
