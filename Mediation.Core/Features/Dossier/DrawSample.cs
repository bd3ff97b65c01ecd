using System.Text.Json.Serialization;
using System.Security.Cryptography;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>Draws archived dossiers at random for a review; the recorded seed gives the same ones again, so a draw can be checked.</summary>
[Needs(Permission.ReviewDossiers)]
public sealed record DrawSample : ICommand<SampleView>
{
    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    /// <summary>Made by the client; the draw bears it as its id.</summary>
    public Guid CommandId { get; init; }

    /// <summary>Default the reviewer's area.</summary>
    public AreaCode? Under { get; init; }

    /// <summary>Archived on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Archived on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How many: 1 to 200.</summary>
    public int? Count { get; init; }

    /// <summary>Chosen by chance when it is left out.</summary>
    public int? Seed { get; init; }
}

sealed class DrawSampleValidator : AbstractValidator<DrawSample>
{
    public DrawSampleValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.From).NotNull().WithErrorCode("required");
        RuleFor(c => c.From).Must(day => day is null || day.Value.Year is >= 2000 and < 2200).WithErrorCode("range").WithMessage("A day from 2000 on.");
        RuleFor(c => c.To).NotNull().WithErrorCode("required");
        RuleFor(c => c.To).Must((c, to) => to is null || to.Value.Year < 2200 && (c.From is null || to >= c.From)).WithErrorCode("range").WithMessage("Not before `from`.");
        RuleFor(c => c.Count).NotNull().WithErrorCode("required").InclusiveBetween(1, 200).WithErrorCode("range");
    }
}

sealed class DrawSampleHandler(CurrentUser user, SampleStore samples, CommandLog commands, SampleReader reader, TimeProvider clock) : ICommandHandler<DrawSample, SampleView>
{
    public async Task<SampleView> Handle(DrawSample command, CancellationToken ct)
    {
        if (await commands.Find(command.CommandId) is { } known)
            return known.Is(user.Account.Id, command.Digest)
                ? await reader.View(command.CommandId, ct)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        var under = command.Under ?? user.Account.Area;
        if (!user.Account.Area.Holds(under) || under.Level < AreaLevel.District)
            throw new NotFoundException("The area");
        var candidates = await samples.Archived(under, command.From!.Value, command.To!.Value);
        var seed = command.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        var drawn = SampleDraw.Draw(candidates, d => $"{d.DisputeId} {d.CaseId}", command.Count!.Value, seed);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        await samples.Add(under.District.Value, new SampleRow
        {
            Id = command.CommandId, AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, UnderCode = under.Value, FromDate = command.From.Value,
            ToDate = command.To.Value, Asked = command.Count.Value, Candidates = candidates.Count, Seed = seed, DrawnAt = now,
        }, drawn);
        await commands.Add(command.CommandId, user.Account.Id, command.Digest, null, 0, now);
        return await reader.View(command.CommandId, ct);
    }
}
