using Mediation.Core.Domain.Access;
using MediatR;

namespace Mediation.Core.Messaging;

/// <summary>Changes something; runs in a transaction and is answered after it is on disk.</summary>
public interface ICommand<out TAnswer> : IRequest<TAnswer>;

/// <summary>Reads something; runs on a pooled connection and never waits for a writer.</summary>
public interface IQuery<out TAnswer> : IRequest<TAnswer>;

/// <summary>What a command can do before it has its turn to write: it reads and computes, and writes nothing. Its handler finds the result.</summary>
public interface IPreparation<in TCommand>
{
    Task Prepare(TCommand command, CancellationToken ct);
}

public interface ICommandHandler<in TCommand, TAnswer> : IRequestHandler<TCommand, TAnswer> where TCommand : ICommand<TAnswer>;

public interface IQueryHandler<in TQuery, TAnswer> : IRequestHandler<TQuery, TAnswer> where TQuery : IQuery<TAnswer>;

/// <summary>What a command or query needs; one without it may be sent by anybody, signed in or not.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(params Permission[] permissions) : Attribute
{
    /// <summary>One of them suffices.</summary>
    public IReadOnlyList<Permission> Permissions => permissions;
}

/// <summary>Waits for a client's line more than for the database, or must be answered under any load: it takes nobody's place.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UncountedAttribute : Attribute;
