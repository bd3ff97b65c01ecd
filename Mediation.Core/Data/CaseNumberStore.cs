using System.Globalization;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Data;

/// <summary>The register of case numbers: gap-free per committee and year, never reused (domain 6).</summary>
[Scoped]
public sealed class CaseNumberStore(DbSession db)
{
    /// <summary>（2026）海口村人调字第1号</summary>
    public async Task<string> Next(Organisation committee, int year, Guid disputeId)
    {
        var (district, organisation) = (committee.Area.District.Value, committee.Id);
        var number = await db.Find<long>(
            """
            insert into case_number_counter (district_code, organisation_id, year, last) values (@district, @organisation, @year, 1)
            on conflict (district_code, organisation_id, year) do update set last = case_number_counter.last + 1
            returning last
            """, new { district, organisation, year });
        var text = string.Create(CultureInfo.InvariantCulture, $"（{year}）{committee.ShortName}人调字第{number}号");
        await db.Execute(
            """
            insert into case_number (district_code, organisation_id, year, number, dispute_id, text)
            values (@district, @organisation, @year, @number, @disputeId, @text)
            """, new { district, organisation, year, number, disputeId, text });
        return text;
    }

    /// <summary>The number stays in the register with the reason.</summary>
    public Task Void(long district, Guid disputeId, string text, string reason) => db.Execute(
        "update case_number set voided_reason = @reason where district_code = @district and dispute_id = @disputeId and text = @text and voided_reason is null",
        new { district, disputeId, text, reason });

    /// <summary>A voiding that was taken back gives the case its own number again; nobody else had it meanwhile.</summary>
    public Task Restore(long district, Guid disputeId, string text) => db.Execute(
        "update case_number set voided_reason = null where district_code = @district and dispute_id = @disputeId and text = @text",
        new { district, disputeId, text });
}
