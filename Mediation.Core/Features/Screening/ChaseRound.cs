using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Screening;

/// <summary>Reminds a committee below of a return that it owes; who reminded it, when and how stands with the round, where the committee reads it.</summary>
[Needs(Permission.Direct)]
public sealed record ChaseRound : ICommand<RoundView>
{
    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    public Guid? OrganisationId { get; init; }

    /// <summary>None for the usual round.</summary>
    public Guid? CampaignId { get; init; }

    /// <summary>The first day of the round.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Up to 200 characters, without names.</summary>
    public string? Note { get; init; }
}

sealed class ChaseRoundValidator : AbstractValidator<ChaseRound>
{
    public ChaseRoundValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.OrganisationId).NotNull().WithErrorCode("required");
        RuleFor(c => c.OrganisationId).NotEqual(Guid.Empty).WithErrorCode("required");
        RuleFor(c => c.CampaignId).NotEqual(Guid.Empty).WithErrorCode("required");
        RuleFor(c => c.From).NotNull().WithErrorCode("required");
        RuleFor(c => c.From).Must(day => day is null || day.Value.Year is >= 2000 and < 9999).WithErrorCode("range").WithMessage("Before 2000.");
        RuleFor(c => c.Note).MaximumLength(200).WithErrorCode("length");
    }
}

sealed class ChaseRoundHandler(
    CampaignStore campaigns, OrganisationStore organisations, RoundReader rounds, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<ChaseRound, RoundView>
{
    public async Task<RoundView> Handle(ChaseRound command, CancellationToken ct)
    {
        var account = user.Account;
        _ = await organisations.FindForChange(command.OrganisationId!.Value);
        var committee = await organisations.OfViewer(command.OrganisationId.Value, account, ct) ?? throw new NotFoundException("The organisation");
        async Task<RoundView?> Find() => (await rounds.Of(committee.Area, command.From!.Value, command.From.Value, account, ct)).FirstOrDefault(round =>
            round.Organisation.Id == committee.Id && round.Campaign?.Id == command.CampaignId && round.From == command.From);
        var round = await Find() ?? throw new RuleViolationException("round.unknown", "The committee has no round that begins on this day.", "domain 5.1", "from");
        if (await commands.Find(command.CommandId) is { } known)
            return known.Is(account.Id, command.Digest) ? round : throw new ConflictException("command.reused", "This command id was used for something else.");
        if (account.Tier <= committee.Tier)
            throw new ForbiddenException("round.not-above", "Only an office above reminds a committee.");
        if (round.State is RoundState.Filed or RoundState.FiledLate)
            throw new RuleViolationException("round.filed", "Its return is in.", "domain 5.1", "from");
        var now = clock.GetUtcNow();
        await campaigns.Chase(new ChaseRow
        {
            Id = command.CommandId, OrganisationId = committee.Id, CampaignId = command.CampaignId, FromDate = round.From, ToDate = round.To,
            Note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim(), At = now,
        }, committee.Area, account.Id);
        await commands.Add(command.CommandId, account.Id, command.Digest, disputeId: null, version: 1, now);
        return (await Find())!;
    }
}
