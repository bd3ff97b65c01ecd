using Mediation.Core.Data;
using MediatR;

namespace Mediation.Core.Messaging;

/// <summary>Outermost: what a driver throws of the database's own trouble gets its name here, and the condition of the database hears of it.</summary>
sealed class TroubleBehavior<TRequest, TAnswer>(DatabaseCondition condition) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : notnull
{
    static readonly bool IsCommand = typeof(ICommand<TAnswer>).IsAssignableFrom(typeof(TRequest));

    public async Task<TAnswer> Handle(TRequest request, RequestHandlerDelegate<TAnswer> next, CancellationToken ct)
    {
        try
        {
            var answer = await next(ct);
            if (IsCommand)
                condition.NoteWritten();
            else
                condition.NoteRead();
            return answer;
        }
        catch (Exception failure) when (DatabaseTrouble.Of(failure) is { } trouble)
        {
            condition.Note(trouble);
            if (ReferenceEquals(trouble, failure))
                throw;
            throw trouble;
        }
    }
}

/// <summary>Takes on no more than can be done: a queue without an end helps nobody. What waits for a client's line is not counted, nor is a look at the health.</summary>
sealed class OverloadBehavior<TRequest, TAnswer>(Gates gates) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : notnull
{
    static readonly bool IsCommand = typeof(ICommand<TAnswer>).IsAssignableFrom(typeof(TRequest));
    static readonly bool IsCounted = !typeof(TRequest).IsDefined(typeof(UncountedAttribute), inherit: false);

    public async Task<TAnswer> Handle(TRequest request, RequestHandlerDelegate<TAnswer> next, CancellationToken ct)
    {
        if (!IsCounted)
            return await next(ct);
        using var place = await (IsCommand ? gates.Writes : gates.Reads).Enter(ct);
        return await next(ct);
    }
}
