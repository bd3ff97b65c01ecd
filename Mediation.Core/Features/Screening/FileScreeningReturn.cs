using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Screening;

/// <summary>
/// Files a committee's screening return of a period, a signed nil return included. The id is the command's, so a replay is harmless; a committee has
/// one valid return for any day, and a second one names the one it replaces with the reason.
/// </summary>
[Needs(Permission.Register), Offline]
public sealed record FileScreeningReturn : ICommand<FiledScreeningReturn>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    /// <summary>Default one's own; a centre may enter the paper return of a committee below it.</summary>
    public Guid? OrganisationId { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>0 is a nil return, which is signed like any other.</summary>
    public int? Found { get; init; }

    /// <summary>Of those found; default 0.</summary>
    public int? ResolvedOnSpot { get; init; }

    /// <summary>The mediator who signs for it; default the signed-in one.</summary>
    public Guid? SignedBy { get; init; }

    /// <summary>The campaign whose round it answers; none for the usual round.</summary>
    public Guid? CampaignId { get; init; }

    /// <summary>Households that were visited.</summary>
    public int? Households { get; init; }

    /// <summary>Grids that were covered.</summary>
    public int? Grids { get; init; }

    /// <summary>How many people went round.</summary>
    public int? Workers { get; init; }

    /// <summary>The mediator of the committee who led the round.</summary>
    public Guid? LeaderId { get; init; }

    /// <summary>Up to 500 characters, without names.</summary>
    public string? Note { get; init; }

    public DateTimeOffset? DeviceTime { get; init; }

    /// <summary>The return that was wrong.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>Why it is replaced.</summary>
    public string? Reason { get; init; }
}

/// <summary>The return, and whether this command made it.</summary>
public sealed record FiledScreeningReturn(ScreeningReturnView Return, bool Created);

sealed class FileScreeningReturnValidator : AbstractValidator<FileScreeningReturn>
{
    const int Most = 100_000;

    public FileScreeningReturnValidator(TimeProvider clock)
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.OrganisationId).NotEqual(Guid.Empty).WithErrorCode("required");
        RuleFor(c => c.SignedBy).NotEqual(Guid.Empty).WithErrorCode("required");
        RuleFor(c => c.From).NotNull().WithErrorCode("required");
        RuleFor(c => c.From).Must(day => day is null || day.Value.Year >= 2000).WithErrorCode("range").WithMessage("Before 2000.");
        RuleFor(c => c.To).NotNull().WithErrorCode("required");
        RuleFor(c => c.To).GreaterThanOrEqualTo(c => c.From).When(c => c.From is not null && c.To is not null).WithErrorCode("order");
        RuleFor(c => c.To).Must((c, to) => to is null || c.From is null || to.Value.DayNumber - c.From.Value.DayNumber < ScreeningPeriods.LongestDays)
            .WithErrorCode("range").WithMessage($"At most {ScreeningPeriods.LongestDays} days.");
        // Two taps on the last workday of the month: the return is of the whole period, and what is found after it replaces it.
        RuleFor(c => c.To).Must(day => day is null || day <= ScreeningPeriods.LastDay(Shanghai.DateOf(clock.GetUtcNow().AddHours(24))))
            .WithErrorCode("range").WithMessage("Not beyond the present period.");
        RuleFor(c => c.From).Must(day => day is null || day <= Shanghai.DateOf(clock.GetUtcNow().AddHours(24)))
            .WithErrorCode("range").WithMessage("It has not begun.");
        RuleFor(c => c.Found).NotNull().WithErrorCode("required");
        RuleFor(c => c.Found).InclusiveBetween(0, Most).WithErrorCode("range");
        RuleFor(c => c.ResolvedOnSpot).InclusiveBetween(0, Most).WithErrorCode("range");
        RuleFor(c => c.ResolvedOnSpot).Must((c, resolved) => resolved is null || c.Found is null || resolved <= c.Found)
            .WithErrorCode("range").WithMessage("No more than were found.");
        RuleFor(c => c.CampaignId).NotEqual(Guid.Empty).WithErrorCode("required");
        RuleFor(c => c.LeaderId).NotEqual(Guid.Empty).WithErrorCode("required");
        RuleFor(c => c.Households).InclusiveBetween(0, Most).WithErrorCode("range");
        RuleFor(c => c.Grids).InclusiveBetween(0, Most).WithErrorCode("range");
        RuleFor(c => c.Workers).InclusiveBetween(0, Most).WithErrorCode("range");
        RuleFor(c => c.Note).MaximumLength(500).WithErrorCode("length");
        RuleFor(c => c.Replaces).NotEqual(Guid.Empty).WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().When(c => c.Replaces is not null).WithErrorCode("required");
        RuleFor(c => c.Reason).MaximumLength(500).WithErrorCode("length");
    }
}

sealed class FileScreeningReturnHandler(
    ScreeningStore returns, CampaignStore campaigns, OrganisationStore organisations, MediatorStore mediators, CommandLog commands, DbSession db,
    ReferenceData reference, CurrentUser user, TimeProvider clock)
    : ICommandHandler<FileScreeningReturn, FiledScreeningReturn>
{
    public async Task<FiledScreeningReturn> Handle(FileScreeningReturn command, CancellationToken ct)
    {
        var id = command.OrganisationId ?? user.Account.OrganisationId;
        // Locked first: on PostgreSQL the same command, or another return of the committee, may be under way.
        _ = await organisations.FindForChange(id);
        var committee = await Committee(id, ct);
        var district = committee.Area.District.Value;
        if (await commands.Find(command.Id) is { } known)
            return known.Is(user.Account.Id, command.Digest) && await returns.Find(district, command.Id, ct) is { } before
                ? new FiledScreeningReturn(ScreeningReturnView.Of(before), Created: false)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        var signer = await Signer(command, committee, ct);
        await RequireLeader(command, committee, ct);
        var round = await Round(command, committee, ct);
        var replaced = await RequireFree(command, committee);
        var now = clock.GetUtcNow();
        await returns.Add(new ScreeningRow
        {
            Id = command.Id, OrganisationId = committee.Id, AccountId = user.Account.Id, FromDate = command.From!.Value, ToDate = command.To!.Value,
            Found = command.Found!.Value, ResolvedOnSpot = command.ResolvedOnSpot ?? 0, SignedBy = signer, Note = Trimmed(command.Note),
            DeviceTime = command.DeviceTime?.ToUniversalTime(), FiledAt = now, Replaces = command.Replaces, Reason = command.Replaces is null ? null : Trimmed(command.Reason),
            CampaignId = command.CampaignId, Households = command.Households, Grids = command.Grids, Workers = command.Workers, LeaderId = command.LeaderId,
            DueOn = round.DueOn, FirstFiledAt = replaced is null ? now : replaced.FirstFiledAt ?? replaced.FiledAt,
        }, committee);
        await commands.Add(command.Id, user.Account.Id, command.Digest, disputeId: null, version: 1, now);
        return new FiledScreeningReturn(ScreeningReturnView.Of((await returns.Find(district, command.Id, ct))!), Created: true);
    }

    /// <summary>One's own, or, for a centre, one of its area whose paper return it enters.</summary>
    async Task<Organisation> Committee(Guid id, CancellationToken ct)
    {
        var committee = await organisations.OfViewer(id, user.Account, ct) ?? throw new NotFoundException("The organisation");
        return user.Account.ActsFor(committee) || user.Account.May(Permission.Direct) ? committee
            : throw new ForbiddenException("screening.other-organisation", "This is another organisation's return.");
    }

    async Task<Guid> Signer(FileScreeningReturn command, Organisation committee, CancellationToken ct)
    {
        var wanted = command.SignedBy ?? user.Account.MediatorId
            ?? throw new RuleViolationException("screening.unsigned", "Say which mediator signs the return.", "domain 5", "signedBy");
        return await IsOf(wanted, committee, ct) ? wanted
            : throw new RuleViolationException("screening.unknown-signer", "The signer is no mediator of this committee.", "domain 5", "signedBy");
    }

    async Task<bool> IsOf(Guid mediatorId, Organisation committee, CancellationToken ct) => await mediators.Get(mediatorId, ct) is { } mediator
        && await organisations.Get(mediator.OrganisationId, ct) is { } own && (own.Id == committee.Id || own.Area == committee.Area);

    async Task RequireLeader(FileScreeningReturn command, Organisation committee, CancellationToken ct)
    {
        if (command.LeaderId is { } leader && !await IsOf(leader, committee, ct))
            throw new RuleViolationException("screening.unknown-leader", "Who led the round is no mediator of this committee.", "domain 5.1", "leaderId");
    }

    /// <summary>The round that it answers: of the campaign exactly, else the usual one in which its last day lies.</summary>
    async Task<ScreeningRound> Round(FileScreeningReturn command, Organisation committee, CancellationToken ct)
    {
        var practices = await reference.Screening(db, ct);
        if (command.CampaignId is not { } id)
            return ScreeningRound.RegularOf(committee, command.To!.Value, practices);
        if (await campaigns.Find(committee.Area.District, id, ct) is not { } row || row.ToCampaign() is not { Cancelled: false } campaign || !campaign.Area.Holds(committee.Area))
            throw new RuleViolationException("screening.no-such-campaign", "No campaign concerns this committee under this id.", "domain 5.1", "campaignId");
        return ScreeningRound.OfCampaign(committee, campaign, practices).FirstOrDefault(round => round.Period.From == command.From && round.Period.To == command.To)
            ?? throw new RuleViolationException("screening.no-such-round", "The campaign has no round of these days.", "domain 5.1", "from");
    }

    async Task<ScreeningRow?> RequireFree(FileScreeningReturn command, Organisation committee)
    {
        var others = await returns.Overlapping(committee, command.CampaignId, command.From!.Value, command.To!.Value);
        var before = command.Replaces is { } replaced ? await returns.Find(committee.Area.District.Value, replaced) : null;
        if (command.Replaces is not null && (before is not { ReplacedBy: null } || before.OrganisationId != committee.Id || before.CampaignId != command.CampaignId))
            throw new RuleViolationException("screening.nothing-to-replace", "The committee has no such return in force.", "domain 5", "replaces");
        if (others.FirstOrDefault(other => other.Id != command.Replaces) is { } filed)
            throw new RuleViolationException(
                "screening.already-filed", $"There is a return from {filed.FromDate:yyyy-MM-dd} to {filed.ToDate:yyyy-MM-dd}; replace it with a reason.", "domain 5", "from");
        return before;
    }

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
