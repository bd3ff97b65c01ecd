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
        RuleFor(c => c.Note).MaximumLength(500).WithErrorCode("length");
        RuleFor(c => c.Replaces).NotEqual(Guid.Empty).WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().When(c => c.Replaces is not null).WithErrorCode("required");
        RuleFor(c => c.Reason).MaximumLength(500).WithErrorCode("length");
    }
}

sealed class FileScreeningReturnHandler(
    ScreeningStore returns, OrganisationStore organisations, MediatorStore mediators, CommandLog commands, CurrentUser user, TimeProvider clock)
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
        await RequireFree(command, committee);
        var now = clock.GetUtcNow();
        await returns.Add(new ScreeningRow
        {
            Id = command.Id, OrganisationId = committee.Id, AccountId = user.Account.Id, FromDate = command.From!.Value, ToDate = command.To!.Value,
            Found = command.Found!.Value, ResolvedOnSpot = command.ResolvedOnSpot ?? 0, SignedBy = signer, Note = Trimmed(command.Note),
            DeviceTime = command.DeviceTime?.ToUniversalTime(), FiledAt = now, Replaces = command.Replaces, Reason = command.Replaces is null ? null : Trimmed(command.Reason),
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
        var signer = await mediators.Get(wanted, ct);
        return signer is not null && await organisations.Get(signer.OrganisationId, ct) is { } own && (own.Id == committee.Id || own.Area == committee.Area)
            ? wanted
            : throw new RuleViolationException("screening.unknown-signer", "The signer is no mediator of this committee.", "domain 5", "signedBy");
    }

    async Task RequireFree(FileScreeningReturn command, Organisation committee)
    {
        var others = await returns.Overlapping(committee, command.From!.Value, command.To!.Value);
        if (command.Replaces is { } replaced
            && (await returns.Find(committee.Area.District.Value, replaced) is not { ReplacedBy: null } before || before.OrganisationId != committee.Id))
            throw new RuleViolationException("screening.nothing-to-replace", "The committee has no such return in force.", "domain 5", "replaces");
        if (others.FirstOrDefault(other => other.Id != command.Replaces) is { } filed)
            throw new RuleViolationException(
                "screening.already-filed", $"There is a return from {filed.FromDate:yyyy-MM-dd} to {filed.ToDate:yyyy-MM-dd}; replace it with a reason.", "domain 5", "from");
    }

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
