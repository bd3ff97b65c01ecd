using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>
/// Erases personal texts for good on a lawful ground (个人信息保护法 47): value and salt go, the journal's chain stays whole and says
/// what was erased; the search index, the earlier versions and the keys for duplicates follow.
/// </summary>
[Needs(Permission.Erase)]
public sealed record EraseTexts : DisputeCommand, IErasure
{
    /// <summary>
    /// subject, summary, place, record, terms, evidence, note, report, confirmation, strokes, dossier, late, level, plan, supervision; parties.{id}; parties.{id}.{field};
    /// members.{id} of a group; attachments.{id}, which takes the bytes too.
    /// </summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>The lawful ground.</summary>
    public string? Reason { get; init; }

    (ErasedKind Kind, Guid Id, IReadOnlyList<string> Fields) IErasure.Erases => (ErasedKind.Dispute, DisputeId, Erasure.JournalNames(Fields!));
}

sealed class EraseTextsValidator : DisputeCommandValidator<EraseTexts>
{
    static readonly string[] Texts = ["subject", "summary", "place", "record", "terms", "evidence", "note", "report", "confirmation", "strokes", "dossier", "late", "level", "plan",
        "supervision"];

    public EraseTextsValidator()
    {
        RuleFor(c => c.Fields).NotEmpty().Must(f => f is null || f.Count <= 100).WithErrorCode("length").WithMessage("At most 100.");
        RuleForEach(c => c.Fields).MaximumLength(100).WithErrorCode("length");
        RuleForEach(c => c.Fields).Must(f => Texts.Contains(f) || f?.Split('.') is ["parties" or "members" or "attachments", _] or ["parties", _, _])
            .WithMessage("No such text.");
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(200);
    }
}

sealed class EraseTextsHandler(DisputeDesk desk, Erasure erasure) : DisputeCommandHandler<EraseTexts>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override async Task Act(EraseTexts command, Dispute dispute, Step step)
    {
        // The journal's own names: party.{id}.{field}, member.{id}, attachment.{id}.
        var fields = Erasure.WithSubject(dispute.File, Erasure.JournalNames(command.Fields!));
        var erased = await erasure.Apply(dispute.File, fields, step.Today);
        dispute.Erase(fields, erased, command.Reason!, step with { Note = null });
    }
}

/// <summary>Takes the texts out of everything that holds them.</summary>
[Scoped]
public sealed class Erasure(
    PartyKeyStore partyKeys, JournalStore journal, DisputeStore disputes, StrokeStore strokes, LeadStore leads, DeskStore visits, MeetingStore meetings)
{
    const string Erased = "已依法删除";

    public async Task<DisputeFile> Apply(DisputeFile file, IReadOnlyList<string> fields, DateOnly today)
    {
        var district = file.Area.District.Value;
        // "old" and "new" of corrections and what came late hold the same texts under other names.
        await journal.Erase(district, file.Id, name => Concerns(fields, name) || name is "old" or "new" or "late", today);
        await disputes.ForgetSteps(file);
        await partyKeys.Forget(file);
        // What was noted on the doorstep or at the desk tells the same as the summary.
        if (Concerns(fields, "summary"))
        {
            await leads.EraseOf(file.Area.District, file.Id, today);
            await visits.EraseOf(file.Area.District, file.Id, today);
        }
        if (Concerns(fields, "supervision"))
            await meetings.Forget(district, file.Id);
        var drawn = file.Strokes.Where(s => Concerns(fields, "strokes") || s.ErasedOn is null && Drawer(file, s) is { } party && Concerns(fields, party)).ToList();
        await strokes.Erase(district, file.Id, drawn.Select(s => s.Id));
        return Without(file, fields, today) with
        {
            Strokes = [.. file.Strokes.Select(s => drawn.Contains(s) ? s with { ErasedOn = s.ErasedOn ?? today } : s)],
            Erased = file.Erased.Concat(fields.Select(f => KeyValuePair.Create(f, today))).DistinctBy(e => e.Key).ToDictionary(),
        };
    }

    /// <summary>An agent's hand goes with the agent's name.</summary>
    static string? Drawer(DisputeFile file, DrawnSignature drawn) => drawn switch
    {
        { PartyId: { } party } => $"party.{party}.strokes",
        { AgentId: { } agent } when file.Parties.FirstOrDefault(p => p.Agents.Any(a => a.Id == agent)) is { } party => $"party.{party.Id}.agents.strokes",
        _ => null,
    };

    internal static IReadOnlyList<string> JournalNames(IEnumerable<string> fields) => [.. fields.Distinct().Select(JournalName)];

    /// <summary>The default subject is made of the parties' names.</summary>
    internal static IReadOnlyList<string> WithSubject(DisputeFile file, IReadOnlyList<string> fields) =>
        file.Parties.Any(p => p.Name is { } name && Concerns(fields, $"party.{p.Id}.name") && file.Subject?.Contains(name) == true)
            ? [.. fields.Union(["subject"])]
            : fields;

    static string JournalName(string field) => field.Replace("parties.", "party.", StringComparison.Ordinal)
        .Replace("members.", "member.", StringComparison.Ordinal).Replace("attachments.", "attachment.", StringComparison.Ordinal);

    internal static bool Concerns(IReadOnlyList<string> fields, string name) =>
        fields.Any(f => name == f || name.StartsWith(f + ".", StringComparison.Ordinal) || f == "terms" && name.StartsWith("obligation.", StringComparison.Ordinal)
            // Who was invited stands in the record of the session.
            || f == "record" && name == "invitees");

    static DisputeFile Without(DisputeFile file, IReadOnlyList<string> fields, DateOnly today)
    {
        bool Gone(string name) => Concerns(fields, name);
        return file with
        {
            Subject = Gone("subject") ? null : file.Subject,
            Summary = Gone("summary") ? null : file.Summary,
            Place = Gone("place") ? null : file.Place,
            Parties = [.. file.Parties.Select(p => Without(p, name => Gone(string.Create(CultureInfo.InvariantCulture, $"party.{p.Id}.{name}"))))],
            Cases = [.. file.Cases.Select(c => c with
            {
                Sessions = [.. c.Sessions.Select(s => Without(s, Gone))],
                Investigations = [.. c.Investigations.Select(i => Without(i, Gone))],
                Agreement = c.Agreement is { } agreement ? Without(agreement, Gone) : null,
                Dossier = c.Dossier is { } dossier && Gone("dossier") ? Without(dossier) : c.Dossier,
            })],
            LevelHistory = Gone("level") ? [.. file.LevelHistory.Select(a => a with { Reason = null })] : file.LevelHistory,
            Lowerings = Gone("level") ? [.. file.Lowerings.Select(l => l with { Reason = null, Answer = null })] : file.Lowerings,
            Plans = Gone("plan") ? [.. file.Plans.Select(Without)] : file.Plans,
            // The entry stays; the bytes go with the next sweep, unless another dossier names the same ones.
            Attachments = [.. file.Attachments.Select(a => a.ErasedOn is null && Gone(string.Create(CultureInfo.InvariantCulture, $"attachment.{a.Id}"))
                ? a with { Name = null, Origin = null, ErasedOn = today } : a)],
            FollowUps = Gone("record") ? [.. file.FollowUps.Select(f => f with { Record = null })] : file.FollowUps,
            RiskReports = Gone("report") ? [.. file.RiskReports.Select(r => r with { Organ = Erased, Receiver = Erased })] : file.RiskReports,
            Groups = [.. file.Groups.Select(g => g with
            {
                Members = [.. g.Members.Select(m => Gone($"member.{m.Id}") ? m with { Name = Erased, IdNumber = null, Phone = null } : m)],
            })],
            LegalFacts = Gone("evidence") ? [.. file.LegalFacts.Select(f => f with { Evidence = null })] : file.LegalFacts,
            ClockExtensions = Gone("evidence") ? [.. file.ClockExtensions.Select(e => e with { Evidence = null })] : file.ClockExtensions,
            Oversight = Gone("supervision") ? OversightErasure.Without(file.Oversight) : file.Oversight,
            Handovers = Gone("note") ? [.. file.Handovers.Select(h => h with { Note = null, RefusalNote = null })] : file.Handovers,
        };
    }

    static ActivePlan Without(ActivePlan plan) => plan with { Reason = null, EndReason = null, Steps = [.. plan.Steps.Select(s => s with { Note = null })] };

    static DossierRecord Without(DossierRecord dossier) => dossier with
    {
        Reasons = dossier.Reasons.ToDictionary(r => r.Key, _ => "已依法删除"),
        Reviews = [.. dossier.Reviews.Select(r => r with { Remark = null })],
    };

    static Party Without(Party party, Func<string, bool> gone) => party with
    {
        Name = gone("name") ? null : party.Name,
        Description = gone("name") ? Erased : gone("description") ? null : party.Description,
        IdNumber = gone("idNumber") ? null : party.IdNumber,
        Phone = gone("phone") ? null : party.Phone,
        Address = gone("address") ? null : party.Address,
        Contact = gone("contact") ? null : party.Contact,
        GuardianName = gone("guardianName") ? null : party.GuardianName,
        Guardian = gone("guardianName") && party.Guardian is { } guardian ? guardian with { Name = Erased } : party.Guardian,
        Agents = gone("agents") ? [.. party.Agents.Select(a => a with { Name = Erased, Phone = null })] : party.Agents,
    };

    static MediationSession Without(MediationSession session, Func<string, bool> gone) => session with
    {
        Place = gone("place") ? null : session.Place,
        Record = gone("record") ? null : session.Record,
        Invitees = gone("record") ? [] : session.Invitees,
    };

    static Investigation Without(Investigation found, Func<string, bool> gone) => found with
    {
        Place = gone("place") ? null : found.Place,
        Record = gone("record") ? null : found.Record,
        Interviewee = gone("record") ? null : found.Interviewee,
        Participants = gone("record") ? [] : found.Participants,
    };

    static Agreement Without(Agreement agreement, Func<string, bool> gone) => agreement with
    {
        Terms = gone("terms") ? null : agreement.Terms,
        Confirmation = gone("confirmation") && agreement.Confirmation is { } confirmation ? confirmation with { Court = null, CaseNumber = null } : agreement.Confirmation,
        Obligations = [.. agreement.Obligations.Select(o => o with
        {
            Act = gone("terms") ? null : o.Act,
            Method = gone("terms") ? null : o.Method,
            Breaches = gone("record") ? [.. o.Breaches.Select(b => b with { Record = null })] : o.Breaches,
            Performances = gone("evidence") ? [.. o.Performances.Select(p => p with { Evidence = null })] : o.Performances,
        })],
    };
}
