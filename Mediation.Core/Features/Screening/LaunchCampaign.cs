using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Screening;

/// <summary>
/// Launches a search beside the usual rounds in one's own area or a part of it. The id is the command's, so a replay is harmless. It counts once in the
/// monthly report, in the month in which it begins, for the office that launched it.
/// </summary>
[Needs(Permission.Direct)]
public sealed record LaunchCampaign : ICommand<LaunchedCampaign>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public string? Name { get; init; }

    /// <summary>Campaign or Special; the usual rounds are launched by nobody.</summary>
    public ScreeningKind? Kind { get; init; }

    /// <summary>Where the committees go round; default one's own area.</summary>
    public AreaCode? AreaCode { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Default as the practice has it for each tier, by whether the time is sensitive.</summary>
    public ScreeningCadence? Cadence { get; init; }

    /// <summary>Spring Festival, the two sessions, elections, the time when wages are paid.</summary>
    public bool? Sensitive { get; init; }
}

/// <summary>The campaign, and whether this command made it.</summary>
public sealed record LaunchedCampaign(CampaignView Campaign, bool Created);

sealed class LaunchCampaignValidator : AbstractValidator<LaunchCampaign>
{
    const int LongestDays = 400;

    public LaunchCampaignValidator(TimeProvider clock)
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Name).NotEmpty().WithErrorCode("required").MaximumLength(60).WithErrorCode("length");
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        RuleFor(c => c.Kind).NotEqual(ScreeningKind.Regular).WithErrorCode("range").WithMessage("The usual rounds are launched by nobody.");
        RuleFor(c => c.AreaCode).Must(a => a is null || a.Value.Level >= AreaLevel.District).WithErrorCode("range").WithMessage("A district, a town or a village.");
        RuleFor(c => c.From).NotNull().WithErrorCode("required");
        RuleFor(c => c.From).Must(day => day is null || day.Value >= Shanghai.DateOf(clock.GetUtcNow()).AddMonths(-1)).WithErrorCode("range")
            .WithMessage("It began more than a month ago.");
        RuleFor(c => c.From).Must(day => day is null || day.Value <= Shanghai.DateOf(clock.GetUtcNow()).AddYears(2)).WithErrorCode("range")
            .WithMessage("More than two years ahead.");
        RuleFor(c => c.To).NotNull().WithErrorCode("required");
        RuleFor(c => c.To).GreaterThanOrEqualTo(c => c.From).When(c => c.From is not null && c.To is not null).WithErrorCode("order");
        RuleFor(c => c.To).Must((c, to) => to is null || c.From is null || to.Value.DayNumber - c.From.Value.DayNumber < LongestDays)
            .WithErrorCode("range").WithMessage($"At most {LongestDays} days.");
    }
}

sealed class LaunchCampaignHandler(
    CampaignStore campaigns, FilingStore filings, OrganisationStore organisations, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<LaunchCampaign, LaunchedCampaign>
{
    public async Task<LaunchedCampaign> Handle(LaunchCampaign command, CancellationToken ct)
    {
        var account = user.Account;
        var district = account.Area.District;
        _ = await organisations.FindForChange(account.OrganisationId);
        if (await commands.Find(command.Id) is { } known)
            return known.Is(account.Id, command.Digest) && await campaigns.Find(district, command.Id, ct) is { } before
                ? new LaunchedCampaign(CampaignView.Of(before, account), Created: false)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        var area = command.AreaCode ?? account.Area;
        if (!account.SeesArea || !account.Area.Holds(area) || area.Level < AreaLevel.District || !await organisations.KnowsArea(area))
            throw new NotFoundException("The area");
        // Row 52 of a sealed month stands.
        if (Tallies.MonthOf(command.From!.Value) <= (await filings.SealedMonths(district, ct)).Last)
            throw new RuleViolationException("campaign.month-sealed", "The report of the month in which it begins is sealed.", "domain 5.5", "from");
        var now = clock.GetUtcNow();
        await campaigns.Add(new CampaignRow
        {
            Id = command.Id, AreaCode = area.Value, Name = command.Name!.Trim(), Kind = command.Kind!.Value.ToString(), FromDate = command.From!.Value,
            ToDate = command.To!.Value, Cadence = command.Cadence?.ToString(), Sensitive = command.Sensitive == true ? 1 : 0,
            OrganisationId = account.OrganisationId, Tier = account.Tier.ToString(), LaunchedAt = now,
        }, account.Area, account.Id);
        await commands.Add(command.Id, account.Id, command.Digest, disputeId: null, version: 1, now);
        return new LaunchedCampaign(CampaignView.Of((await campaigns.Find(district, command.Id, ct))!, account), Created: true);
    }
}
