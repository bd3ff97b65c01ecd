using System.Text.Json.Nodes;

namespace Mediation.Core.Domain.Journal;

/// <summary>
/// One line of a dispute's history before it is written: facts that may stay for ever, and personal texts of which the journal
/// keeps only salted digests, so that a lawful erasure leaves the chain whole (个人信息保护法 47).
/// </summary>
public sealed record JournalEntry(JournalEvent Event, DateOnly On, JsonObject Facts, IReadOnlyDictionary<string, string> Personal);
