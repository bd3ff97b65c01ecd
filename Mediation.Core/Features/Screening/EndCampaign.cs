using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Screening;

/// <summary>Ends a campaign before its time, by the office that launched it. One that is ended before its first day never was and counts in no report.</summary>
[Needs(Permission.Direct)]
public sealed record EndCampaign : ICommand<CampaignView>
{
    [JsonIgnore]
    public Guid CampaignId { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    /// <summary>Its last day; the day before its first one calls it off.</summary>
    public DateOnly? On { get; init; }

    public string? Reason { get; init; }
}

sealed class EndCampaignValidator : AbstractValidator<EndCampaign>
{
    public EndCampaignValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.On).NotNull().WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
    }
}

sealed class EndCampaignHandler(CampaignStore campaigns, OrganisationStore organisations, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<EndCampaign, CampaignView>
{
    public async Task<CampaignView> Handle(EndCampaign command, CancellationToken ct)
    {
        var (account, district) = (user.Account, user.Account.Area.District);
        _ = await organisations.FindForChange(account.OrganisationId);
        if (await campaigns.Find(district, command.CampaignId, ct) is not { } campaign || !account.SeesArea)
            throw new NotFoundException("The campaign");
        if (await commands.Find(command.CommandId) is { } known)
            return known.Is(account.Id, command.Digest) ? CampaignView.Of(campaign, account)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        if (campaign.OrganisationId != account.OrganisationId)
            throw new ForbiddenException("campaign.other-office", "Who launched it ends it.");
        if (campaign.EndedOn is { } ended)
            throw new RuleViolationException("campaign.ended", $"It was ended on {ended:yyyy-MM-dd}.", "domain 5.1", "on");
        if (command.On >= campaign.ToDate || command.On < campaign.FromDate.AddDays(-1))
            throw new RuleViolationException(
                "campaign.end-outside", $"It runs from {campaign.FromDate:yyyy-MM-dd} to {campaign.ToDate:yyyy-MM-dd}.", "domain 5.1", "on");
        // What a sealed month counted stays counted: only what has not begun is called off.
        if (command.On < campaign.FromDate && Shanghai.DateOf(clock.GetUtcNow()) >= campaign.FromDate.AddMonths(1))
            throw new RuleViolationException("campaign.counted", "It was counted in a month that is over; end it on a day of its own.", "domain 5.5", "on");
        await campaigns.End(district, command.CampaignId, command.On!.Value, command.Reason!.Trim());
        await commands.Add(command.CommandId, account.Id, command.Digest, disputeId: null, version: 2, clock.GetUtcNow());
        return CampaignView.Of((await campaigns.Find(district, command.CampaignId, ct))!, account);
    }
}
