using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.FrontDesk;

/// <summary>What every command on a visit carries beside its own fields.</summary>
public abstract record VisitCommand : ICommand<VisitView>
{
    [System.Text.Json.Serialization.JsonIgnore]
    public Guid VisitId { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }
}

abstract class VisitCommandValidator<TCommand> : AbstractValidator<TCommand> where TCommand : VisitCommand
{
    protected VisitCommandValidator() => RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
}

/// <summary>The way of every command on a visit: in sight? known already? then act and answer.</summary>
abstract class VisitCommandHandler<TCommand>(VisitDesk desk, DeskStore visits, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<TCommand, VisitView> where TCommand : VisitCommand
{
    protected CurrentUser User => user;

    protected DeskStore Visits => visits;

    public async Task<VisitView> Handle(TCommand command, CancellationToken ct)
    {
        var (account, now) = (user.Account, clock.GetUtcNow());
        var visit = await desk.Load(command.VisitId);
        if (await commands.Find(command.CommandId) is { } known)
            return known.Is(account.Id, command.Digest) ? VisitView.Of(visit, account, Shanghai.DateOf(now))
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        await Act(command, visit, now);
        await commands.Add(command.CommandId, account.Id, command.Digest, disputeId: null, version: 2, now);
        return VisitView.Of((await visits.Find(account.Area.District, visit.Id, ct))!, account, Shanghai.DateOf(now));
    }

    protected abstract Task Act(TCommand command, VisitRow visit, DateTimeOffset now);

    /// <summary>What is looked at or erased is logged for the auditor; words of the visit are not.</summary>
    protected AccessRow Logged(string kind, VisitRow visit, string reason, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), At = now, AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = kind,
        DistrictCode = user.Account.Area.District.Value, Detail = $"visit {visit.Id}: {reason.Trim()}",
    };
}
