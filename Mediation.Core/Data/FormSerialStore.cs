using System.Globalization;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Data;

/// <summary>Pre-printed blanks with serials of their own: issued to a committee in one range, used once, voided when spoilt (domain 12).</summary>
[Scoped]
public sealed class FormSerialStore(DbSession db)
{
    const string Columns = "number, text, kind, issued_on, dispute_id, voided_reason, organisation_id";

    /// <summary>The next blanks of a committee, without a gap; 海口村表000001.</summary>
    public async Task<IReadOnlyList<FormSerialRow>> Issue(Organisation committee, PaperKind kind, int count, DateOnly on)
    {
        var (district, organisation) = (committee.Area.District.Value, committee.Id);
        var last = await db.Find<long>(
            """
            insert into form_serial_counter (district_code, organisation_id, last) values (@district, @organisation, @count)
            on conflict (district_code, organisation_id) do update set last = form_serial_counter.last + @count
            returning last
            """, new { district, organisation, count });
        var issued = Enumerable.Range((int)last - count + 1, count).Select(number => new FormSerialRow
        {
            Number = number, Text = string.Create(CultureInfo.InvariantCulture, $"{committee.ShortName}表{number:D6}"), Kind = kind.ToString(), IssuedOn = on,
            OrganisationId = organisation,
        }).ToList();
        foreach (var row in issued)
            await db.Execute(
                """
                insert into form_serial (district_code, organisation_id, number, kind, text, issued_on)
                values (@district, @OrganisationId, @Number, @Kind, @Text, @IssuedOn)
                """, new { district, row.OrganisationId, row.Number, row.Kind, row.Text, row.IssuedOn });
        return issued;
    }

    /// <summary>Takes a blank for a paper of this dispute; unknown, another committee's, of another kind, used or spoilt is refused.</summary>
    public async Task Use(string? text, MediationCase by, PaperKind kind, DisputeFile file)
    {
        if (text is null)
            return;
        var district = file.Area.District.Value;
        if (await Find(district, text) is not { } row || row.OrganisationId != by.OrganisationId && row.OrganisationId != by.DeskId)
            throw new RuleViolationException("form-serial.unknown", "This blank was not issued to the committee of the case.", "domain 12", "formSerial");
        if (row.Kind != kind.ToString())
            throw new RuleViolationException("form-serial.other-kind", $"This blank is a {row.Kind}.", "domain 12", "formSerial");
        // In one statement: of two who write on one sheet the second is refused.
        var taken = await db.Execute(
            """
            update form_serial set dispute_id = @Id
            where district_code = @district and organisation_id = @OrganisationId and number = @Number and voided_reason is null and dispute_id is null
            """, new { file.Id, district, row.OrganisationId, row.Number });
        if (taken == 0)
            throw new RuleViolationException("form-serial.used", "This blank was used already, or is void.", "domain 12", "formSerial");
    }

    /// <summary>Spoilt, or taken back with its step: it stays in the list with the reason. False when it is no unused blank of the committee.</summary>
    public async Task<bool> Void(long district, Guid organisationId, string text, string reason) => await db.Execute(
        """
        update form_serial set voided_reason = @reason
        where district_code = @district and organisation_id = @organisationId and text = @text and voided_reason is null and dispute_id is null
        """, new { district, organisationId, text, reason }) > 0;

    /// <summary>The sheet of a step that was taken back is spoilt.</summary>
    public Task VoidUsed(long district, Guid disputeId, string text, string reason) => db.Execute(
        "update form_serial set voided_reason = @reason where district_code = @district and text = @text and dispute_id = @disputeId and voided_reason is null",
        new { district, disputeId, text, reason });

    public Task<FormSerialRow?> Find(long district, string text) =>
        db.Find<FormSerialRow>($"select {Columns} from form_serial where district_code = @district and text = @text order by number limit 1", new { district, text });

    /// <summary>The blanks of a committee by number.</summary>
    public Task<IReadOnlyList<FormSerialRow>> List(
        long district, Guid organisationId, FormSerialState? state, int after, int take, CancellationToken ct) => db.Query<FormSerialRow>(
        $"""
        select {Columns} from form_serial
        where district_code = @district and organisation_id = @organisationId and number > @after {Where(state)}
        order by number
        limit @take
        """, new { district, organisationId, after, take }, ct);

    static string Where(FormSerialState? state) => state is { } wanted ? Where(wanted) : "";

    static string Where(FormSerialState state) => state switch
    {
        FormSerialState.Unused => "and voided_reason is null and dispute_id is null",
        FormSerialState.Used => "and voided_reason is null and dispute_id is not null",
        FormSerialState.Void => "and voided_reason is not null",
    };
}

/// <summary>A pre-printed blank and what became of it.</summary>
public sealed record FormSerialRow
{
    public required int Number { get; init; }

    public required string Text { get; init; }

    public required string Kind { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required Guid OrganisationId { get; init; }

    public Guid? DisputeId { get; init; }

    public string? VoidedReason { get; init; }
}
