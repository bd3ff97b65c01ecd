using System.Text.Json.Nodes;
using Mediation.Core.Domain.Clocks;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Domain.Disputes;

/// <summary>
/// A matter on the ledger and its rules. Every verb asks the lifecycle, checks its guard, changes the file and writes the
/// journal line; whatever is refused throws and leaves everything as it was.
/// </summary>
public sealed partial class Dispute
{
    readonly List<JournalEntry> news = [];

    public Dispute(DisputeFile file, int version)
    {
        File = file;
        Before = file;
        Version = version;
    }

    public DisputeFile File { get; private set; }

    /// <summary>The file as it was loaded.</summary>
    public DisputeFile Before { get; }

    /// <summary>How many journal rows were written when it was loaded; 0 for a new one.</summary>
    public int Version { get; }

    /// <summary>Journal lines that are not written yet.</summary>
    public IReadOnlyList<JournalEntry> News => news;

    public MediationCase? OpenCase => File.Cases.LastOrDefault(c => c.IsOpen);

    /// <summary>The case whose agreement holds now; after a reopening there is none until the parties agree anew.</summary>
    public MediationCase? AgreedCase => CaseOnDesk(File) is { IsAgreed: true } agreed ? agreed : null;

    public Handover? PendingHandover => File.Handovers.LastOrDefault(h => h.State == HandoverState.Pending);

    public IEnumerable<Party> PresentParties => File.Parties.Where(p => p.IsPresent);

    /// <summary>Attempts that failed at a tier: sessions without agreement.</summary>
    public int FailedAttempts(Tier tier) =>
        File.Cases.Where(c => c.Tier == tier).SelectMany(c => c.Sessions).Count(s => s.Result == SessionResult.NotAgreed);

    void Take(
        DisputeAction action, JournalEvent happened, Step step, Func<DisputeFile, DisputeFile> change,
        JsonObject? facts = null, Dictionary<string, string?>? personal = null)
    {
        var next = DisputeLifecycle.After(File.Status, action);
        RefuseImpossibleDate(step);
        var changed = change(File) with
        {
            Status = next,
            StatusSince = next == File.Status ? File.StatusSince : step.On,
            LastStepOn = step.On,
            LastActor = step.ActorId,
            LastEntryAt = step.Now,
        };
        Write(happened, step, changed, facts ?? [], personal ?? []);
    }

    /// <summary>A note on the file that is no step: it moves neither the status nor any date.</summary>
    void Note(JournalEvent happened, Step step, Func<DisputeFile, DisputeFile> change, JsonObject facts, Dictionary<string, string?>? personal = null) =>
        Write(happened, step, change(File) with { LastActor = step.ActorId, LastEntryAt = step.Now }, facts, personal ?? []);

    void Write(JournalEvent happened, Step step, DisputeFile changed, JsonObject facts, Dictionary<string, string?> personal)
    {
        facts["status"] = changed.Status.ToString();
        if (step.OtherRules is { } rules)
            facts["rulesOfDevice"] = rules;
        if (news.Count == 0 && Version == 0 || !ReferenceEquals(changed.Report, File.Report))
            facts["report"] = ReportFactsJson.Write(changed.Report);
        ClockNotes.Add(facts, step.On, File, changed);
        personal["note"] = step.Note;
        personal["conflict"] = step.Conflict;
        var texts = personal.Where(field => !string.IsNullOrEmpty(field.Value)).ToDictionary(field => field.Key, field => field.Value!);
        news.Add(new JournalEntry(happened, step.On, facts, texts));
        File = changed;
    }

    void RefuseImpossibleDate(Step step)
    {
        if (step.On < File.LastStepOn)
            throw new RuleViolationException(
                "dispute.date-before-previous-step", $"The step is dated {step.On:yyyy-MM-dd}, before the one it follows ({File.LastStepOn:yyyy-MM-dd}).",
                "event dates", "on");
        RefuseFuture(step.On, step, "on");
    }

    static void RefuseFuture(DateOnly date, Step step, string field)
    {
        if (Shanghai.StartOf(date) > step.Now.AddHours(24))
            throw new RuleViolationException("date.in-future", $"{date:yyyy-MM-dd} is more than 24 hours ahead.", "event dates", field);
    }

    static DisputeFile WithCase(DisputeFile file, MediationCase changed) =>
        file with { Cases = [.. file.Cases.Select(c => c.Id == changed.Id ? changed : c)] };

    MediationCase RequireOpenCase() => OpenCase ?? throw new RuleViolationException("case.none-open", "There is no open mediation case.", "lifecycle");

    MediationCase RequireAgreedCase() => AgreedCase ?? throw new RuleViolationException("agreement.none", "There is no agreement.", "人民调解法 28");

    Party RequireParty(Guid partyId, string field) => PresentParties.FirstOrDefault(p => p.Id == partyId)
        ?? throw new RuleViolationException("party.unknown", $"{partyId} is no party of this dispute.", "parties", field);

    static ReportFacts Concluded(ReportFacts report, DateOnly on, Tier tier, bool success) =>
        report with { Conclusions = [.. report.Conclusions, new Conclusion(on, tier, success)] };

    static ReportFacts Left(ReportFacts report, DateOnly on, StockExitKind kind) => report with { Exits = [.. report.Exits, new StockExit(on, kind)] };

    static JsonArray Names<T>(IEnumerable<T> values) => new([.. values.Select(v => (JsonNode)v!.ToString()!)]);
}
