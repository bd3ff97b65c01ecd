using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mediation.Api.Http;

/// <summary>What stands once in the document: title, the cookie, the chapters.</summary>
static class OpenApiHead
{
    public const string Cookie = "session";

    static readonly Dictionary<string, string> Chapters = new()
    {
        ["Session"] = "Signing in and out, and who is signed in.",
        ["Disputes"] = "A dispute from its registration to its closure: every step is a command with an id of its own, so sending it again does no harm.",
        ["Handovers"] = "What was sent up or down is accepted or refused here; until then the sender answers for it.",
        ["Papers"] = "The statutory papers of a matter as Word files and print views, filled from the case, and the templates behind them.",
        ["Uploads"] = "Files on their way in, resumable by the tus protocol 1.0.0.",
        ["Dossiers"] = "The dossier of a case: its files, its catalogue of thirteen positions, its archiving and the end of its term.",
        ["Reviews"] = "Dossiers drawn at random, opened and remarked on by the justice bureau.",
        ["Triage"] = "The centre's queue: what waits, what is late, what is red, what nobody has.",
        ["Reports"] = "The monthly screening report as JSON, as the official workbook and as CSV.",
        ["Exports"] = "Files that are written in the background: asked for with a reason, whole or not there.",
        ["Rules"] = "The routing rules by version, and a form to try them.",
        ["Screening"] = "What the committees found when they went round, nothing included.",
        ["Front desk"] = "Who came to a desk with what, what other offices sent there, and the weekly sheet of a village.",
        ["Supervision"] = "Leaders who answer for major matters, cards, more time, public listing, and the removal from the ledger.",
        ["Assessment"] = "Trainings of mediators, stability risk assessments, vetoes, and how a year scores its towns and villages: scheme, frozen results, appeals.",
        ["Meetings"] = "Analysis meetings: an agenda from the data, decisions with unit, person and day, and minutes.",
        ["Areas"] = "The tree of districts, towns and villages by their 12-digit codes.",
        ["Organisations"] = "Committees and governance centres.",
        ["Mediators"] = "The registry of mediators, and what lies on their desks.",
        ["Accounts"] = "Who may sign in, as what, and for which organisation; accounts are blocked, never deleted.",
        ["Devices"] = "The tablets of a town: when each was last heard of, what waits on it, and how a lost one is shut out.",
        ["Sync"] = "What a tablet sends when the network is back, what it pulls, and what becomes of work that came too late or not at all.",
        ["Calendar"] = "Working days by the official holiday notices.",
        ["Reference"] = "Every word of the vocabulary with its Chinese and English label.",
        ["Audit"] = "Who read, revealed and exported what.",
        ["Health"] = "For whoever runs the service: alive, and ready to answer.",
    };

    public static Task Write(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Mediation", Version = "v1", Description =
                """
                Case management for people's mediation (人民调解) in one district: a dispute is logged in the village, goes up the tiers when it must, and is
                counted in the month's table.

                Sign in with `POST /api/session`; the cookie does the rest. Every unsafe request carries the header `X-CSRF: 1`, which no cross-site form can
                send. Bodies are JSON with camelCase names, enums by their English names, instants as ISO 8601 in UTC, dates as `yyyy-MM-dd`, area codes as
                strings of 12 digits, amounts in yuan. Failures are `application/problem+json` (RFC 9457): branch on `code`, never on the sentence.
                """,
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Cookie] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = CookieSession.Name, Description = "Set by `POST /api/session`.",
            },
        };
        document.Tags = new HashSet<OpenApiTag>(
            (document.Tags ?? new HashSet<OpenApiTag>()).Select(tag => new OpenApiTag { Name = tag.Name, Description = Chapters.GetValueOrDefault(tag.Name!) }));
        OpenApiErrors.Define(document);
        return Task.CompletedTask;
    }
}
