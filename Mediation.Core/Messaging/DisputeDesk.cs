using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Messaging;

/// <summary>The way of every command on a dispute: known already? in scope? whose turn? which version? then act, save, answer.</summary>
[Scoped]
public sealed class DisputeDesk(
    CurrentUser user, DisputeStore disputes, CommandLog commands, OrganisationStore organisations, DisputeReader reader, CommandOrigin origin, JournalStore journal, TimeProvider clock)
{
    /// <summary>The answer of a command that was carried out before; null for a new one.</summary>
    public async Task<DisputeView?> Replayed(Guid commandId, byte[] digest)
    {
        if (await commands.Find(commandId) is not { } known)
            return null;
        if (!known.Is(user.Account.Id, digest))
            throw new ConflictException("command.reused", "This command id was used for something else.");
        return await reader.View((await disputes.Find(known.DisputeId!.Value))!, user.Account);
    }

    public async Task<DisputeView> Run(DisputeCommand command, Turn turn, Func<Dispute, Step, Task> act)
    {
        // Loaded first: on PostgreSQL the same command may be under way, and is known when its lock is gone.
        var dispute = await Load(command.DisputeId);
        if (await Replayed(command.CommandId, command.Digest) is { } answer)
            return answer;
        await RequireTurn(dispute, turn);
        await RequireVersion(command, dispute);
        var step = StepOf(command);
        await act(dispute, step);
        var version = await disputes.Save(dispute, step);
        await commands.Add(command.CommandId, user.Account.Id, command.Digest, command.DisputeId, version, step.Now);
        return await reader.View(dispute, user.Account);
    }

    /// <summary>A dispute for a change; what is out of scope is not there.</summary>
    public async Task<Dispute> Load(Guid id) =>
        await disputes.FindForChange(id) is { } dispute && DisputeSight.Includes(dispute.File, user.Account) ? dispute : throw new NotFoundException("The dispute");

    public Step StepOf(DisputeCommand command) => StepAt(command.On, command.DeviceTime, command.Note, command.ResolveConflict);

    public Step StepAt(DateOnly? on, DateTimeOffset? deviceTime = null, string? note = null, ConflictResolution? conflict = null)
    {
        // Instants are cut to milliseconds before use, so that a hash reads back what it wrote.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        // Also of a note, which follows no step and so is not held against one.
        if (on is { } day && (day.Year < 1900 || Shanghai.StartOf(day) > now.AddHours(24)))
            throw new RuleViolationException("date.in-future", $"{day:yyyy-MM-dd} is more than 24 hours ahead, or before 1900.", "event dates", "on");
        return new Step
        {
            ActorId = user.Account.Id, OrganisationId = user.Account.OrganisationId, On = on ?? Shanghai.DateOf(now), Now = now, DeviceTime = deviceTime?.ToUniversalTime(),
            Note = note, Directs = user.Account.May(Permission.Direct), OtherRules = origin.OtherRules,
            Conflict = conflict is null ? null : $"{conflict.Field}: {conflict.Mine} | {conflict.Theirs}",
        };
    }

    async Task RequireTurn(Dispute dispute, Turn turn)
    {
        var acting = turn switch
        {
            Turn.Responsible => await ActsFor(dispute.File.ResponsibleId) || dispute.OpenCase is { } open && await ActsFor(open.OrganisationId)
                || dispute.AgreedCase is { } agreed && await ActsFor(agreed.OrganisationId),
            Turn.Receiver => await ActsFor(dispute.File.HolderId),
            Turn.InScope => true,
        };
        if (!acting)
            throw new ForbiddenException("dispute.not-your-turn", "Another organisation answers for this dispute now.");
    }

    public async Task<bool> ActsFor(Guid organisationId) => organisationId == user.Account.OrganisationId
        || await organisations.Get(organisationId) is { } organisation && user.Account.ActsFor(organisation);

    async Task RequireVersion(DisputeCommand command, Dispute dispute)
    {
        var seen = command.BaseVersion ?? (await commands.Find(command.After!.Value) is { } before && before.DisputeId == command.DisputeId ? before.Version : 0);
        if (seen != dispute.Version && !await OnlyBeside(command, dispute, seen))
            throw new StaleException("dispute.stale", await reader.View(dispute, user.Account));
    }

    /// <summary>Nothing but what those above did came since; who supervises must have seen that too.</summary>
    async Task<bool> OnlyBeside(DisputeCommand command, Dispute dispute, int seen) => seen > 0 && seen < dispute.Version
        && !command.GetType().IsDefined(typeof(SupervisesAttribute), inherit: false)
        && (await journal.EventsAfter(dispute.File.Area.District.Value, dispute.File.Id, seen)).All(happened => happened.IsBeside);
}

/// <summary>A command of those above, whose own earlier acts it rests on.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SupervisesAttribute : Attribute;

/// <summary>Whose act a step is.</summary>
public enum Turn { Responsible, Receiver, InScope }

/// <summary>One step: load, ask the domain, save and answer are the desk's work.</summary>
abstract class DisputeCommandHandler<TCommand>(DisputeDesk desk) : ICommandHandler<TCommand, DisputeView> where TCommand : DisputeCommand
{
    protected virtual Turn Turn => Turn.Responsible;

    public Task<DisputeView> Handle(TCommand command, CancellationToken ct) => desk.Run(command, Turn, (dispute, step) => Act(command, dispute, step));

    protected abstract Task Act(TCommand command, Dispute dispute, Step step);
}
