using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    const int MostLeads = 50;

    /// <summary>A sign found on a round belongs to this matter, which is on the ledger already. No step: whoever found it is often of another organisation.</summary>
    public void LinkLead(Guid leadId, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.LinkLead);
        if (File.Leads.Count == MostLeads)
            throw new RuleViolationException("lead.too-many", $"At most {MostLeads} signs belong to one matter.", "domain 5.1", "disputeId");
        Write(JournalEvent.LeadLinked, step, File with { Leads = [.. File.Leads, leadId] }, new JsonObject { ["lead"] = leadId.ToString() }, []);
    }
}
