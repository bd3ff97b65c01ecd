using System.Text.Json;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Sync;

/// <summary>
/// Carries out what a tablet recorded offline, in order, each entry in a transaction of its own; one entry's trouble never fails the batch. `kind` is the
/// name of an ordinary operation and `body` that operation's body; what else the operation carries stands in the entry. A command that is sent either way
/// is one command. Ids that stand in the ordinary path beside the dispute's, as `handoverId`, stand in the body here.
/// </summary>
[Needs(Permission.SignedIn)]
public sealed record SendCommands : IQuery<BatchTerms>
{
    public Guid DeviceId { get; init; }

    /// <summary>By the tablet's clock, when it sent this.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Entries that wait on the tablet, these included.</summary>
    public int? Pending { get; init; }

    /// <summary>Entries that were refused and wait for a person.</summary>
    public int? Attention { get; init; }

    /// <summary>At most 100.</summary>
    public IReadOnlyList<SyncEntry>? Entries { get; init; }
}

/// <summary>One command as a tablet recorded it.</summary>
public sealed record SyncEntry
{
    /// <summary>Of a registration: the dispute's id.</summary>
    public Guid CommandId { get; init; }

    /// <summary>The name of an operation, as `HoldSession`.</summary>
    public string? Kind { get; init; }

    public Guid? DisputeId { get; init; }

    /// <summary>The version that the person saw.</summary>
    public int? BaseVersion { get; init; }

    /// <summary>The command before it, when that was made offline too.</summary>
    public Guid? After { get; init; }

    public DateTimeOffset? DeviceTime { get; init; }

    /// <summary>The version of the rules that the tablet had.</summary>
    public string? RuleSet { get; init; }

    /// <summary>The ordinary operation's body without what the entry itself carries.</summary>
    public JsonElement? Body { get; init; }
}

/// <summary>What a batch is measured by.</summary>
public sealed record BatchTerms(DateTimeOffset Now, string RuleSet);

sealed class SendCommandsValidator : AbstractValidator<SendCommands>
{
    const int MostEntries = 100;

    public SendCommandsValidator()
    {
        RuleFor(c => c.DeviceId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.SentAt).NotNull().WithErrorCode("required");
        RuleFor(c => c.Pending).GreaterThanOrEqualTo(0).WithErrorCode("range");
        RuleFor(c => c.Attention).GreaterThanOrEqualTo(0).WithErrorCode("range");
        RuleFor(c => c.Entries).NotNull().WithErrorCode("required").Must(all => all is null || all.Count <= MostEntries).WithErrorCode("length")
            .WithMessage("At most 100 entries.");
    }
}

sealed class SendCommandsHandler(DeviceDesk devices, DbSession db, ReferenceData reference, TimeProvider clock) : IQueryHandler<SendCommands, BatchTerms>
{
    public async Task<BatchTerms> Handle(SendCommands query, CancellationToken ct)
    {
        await devices.Require(query.DeviceId, ct);
        var now = clock.GetUtcNow();
        return new BatchTerms(now, (await reference.RuleSet(db, Shanghai.DateOf(now), ct)).Version);
    }
}
