using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Screening;

/// <summary>
/// Notes an emerging sign found on a round: facts of the matter, never a label of a person. The id is the command's, so a replay is harmless. It ends when it
/// is resolved on the spot, becomes a dispute, or is dismissed with a reason.
/// </summary>
[Needs(Permission.RecordLead), Offline]
public sealed record RecordLead : ICommand<RecordedLead>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    /// <summary>Default one's own area.</summary>
    public AreaCode? AreaCode { get; init; }

    public DateOnly? FoundOn { get; init; }

    public string? Place { get; init; }

    /// <summary>How many people it concerns; default 2.</summary>
    public int? People { get; init; }

    /// <summary>What was seen or heard.</summary>
    public string? Brief { get; init; }

    public DisputeType? Type { get; init; }

    /// <summary>An empty list says that there were none.</summary>
    public IReadOnlyList<LeadTrigger>? Triggers { get; init; }

    /// <summary>The campaign on whose round it was found.</summary>
    public Guid? CampaignId { get; init; }

    /// <summary>What was done about it, when it was resolved there and then.</summary>
    public string? ResolvedBy { get; init; }

    public DateTimeOffset? DeviceTime { get; init; }
}

/// <summary>The sign, and whether this command noted it.</summary>
public sealed record RecordedLead(LeadView Lead, bool Created);

sealed class RecordLeadValidator : AbstractValidator<RecordLead>
{
    public RecordLeadValidator(TimeProvider clock)
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.AreaCode).Must(a => a is null || a.Value.Level >= AreaLevel.District).WithErrorCode("range").WithMessage("A district, a town or a village.");
        RuleFor(c => c.FoundOn).NotNull().WithErrorCode("required");
        RuleFor(c => c.FoundOn).Must(day => day is null || day.Value.Year >= 2000 && day <= Shanghai.DateOf(clock.GetUtcNow().AddHours(24))).WithErrorCode("range")
            .WithMessage("Before 2000, or more than 24 hours ahead.");
        RuleFor(c => c.Place).MaximumLength(100).WithErrorCode("length");
        RuleFor(c => c.People).InclusiveBetween(1, 999_999).WithErrorCode("range");
        RuleFor(c => c.Brief).NotEmpty().WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
        RuleFor(c => c.Type).NotNull().WithErrorCode("required");
        RuleFor(c => c.Triggers).NotNull().WithErrorCode("required").WithMessage("An empty list is an answer.");
        RuleFor(c => c.Triggers).Must(list => list is null || list.Count <= 20).WithErrorCode("length").WithMessage("At most 20.");
        RuleFor(c => c.CampaignId).NotEqual(Guid.Empty).WithErrorCode("required");
        RuleFor(c => c.ResolvedBy).MaximumLength(500).WithErrorCode("length");
    }
}

sealed class RecordLeadHandler(
    LeadStore leads, CampaignStore campaigns, OrganisationStore organisations, CommandLog commands, DbSession db, ReferenceData reference, CurrentUser user,
    TimeProvider clock) : ICommandHandler<RecordLead, RecordedLead>
{
    public async Task<RecordedLead> Handle(RecordLead command, CancellationToken ct)
    {
        var (account, district) = (user.Account, user.Account.Area.District);
        var practices = await reference.Screening(db, ct);
        _ = await organisations.FindForChange(account.OrganisationId);
        if (await commands.Find(command.Id) is { } known)
            return known.Is(account.Id, command.Digest) && await leads.Find(district, command.Id, ct) is { } before
                ? new RecordedLead(LeadView.Of(before, practices, account), Created: false)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        var area = command.AreaCode ?? account.Area;
        if (!account.Area.Holds(area) || area.Level < AreaLevel.District || !await organisations.KnowsArea(area))
            throw new NotFoundException("The area");
        if (command.CampaignId is { } campaign && await campaigns.Find(district, campaign, ct) is null)
            throw new RuleViolationException("screening.no-such-campaign", "There is no such campaign.", "domain 5.1", "campaignId");
        var (triggers, people, now) = (command.Triggers!.Distinct().ToList(), command.People ?? 2, clock.GetUtcNow());
        var (level, reasons) = practices.On(command.FoundOn!.Value).LevelOf(triggers, people);
        var row = new LeadRow
        {
            Id = command.Id, OrganisationId = account.OrganisationId, AccountId = account.Id, CampaignId = command.CampaignId, FoundOn = command.FoundOn.Value,
            Place = command.Place?.Trim(), People = people, Brief = command.Brief!.Trim(), Type = command.Type!.Value.ToString(),
            Triggers = string.Join(',', triggers), Level = level.ToString(), Rules = string.Join(',', reasons.Select(reason => reason.Rule)), RecordedAt = now,
            DeviceTime = command.DeviceTime?.ToUniversalTime(),
        };
        await leads.Add(row, area);
        if (!string.IsNullOrWhiteSpace(command.ResolvedBy))
        {
            ScreeningLead.RequireEnd(triggers, LeadOutcome.ResolvedOnSpot, account.May(Permission.Direct));
            await leads.Decide(district, row.Id, LeadOutcome.ResolvedOnSpot, command.ResolvedBy.Trim(), null, account.Id, now);
        }
        await commands.Add(command.Id, account.Id, command.Digest, disputeId: null, version: 1, now);
        return new RecordedLead(LeadView.Of((await leads.Find(district, command.Id, ct))!, practices, account), Created: true);
    }
}
