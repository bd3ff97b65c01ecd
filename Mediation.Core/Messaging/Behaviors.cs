using System.Reflection;
using FluentValidation;
using Mediation.Core.Data;
using MediatR;

namespace Mediation.Core.Messaging;

/// <summary>Shape first: a request that makes no sense costs no look at the database.</summary>
sealed class ValidationBehavior<TRequest, TAnswer>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : notnull
{
    public Task<TAnswer> Handle(TRequest request, RequestHandlerDelegate<TAnswer> next, CancellationToken ct)
    {
        var failures = validators.SelectMany(v => v.Validate(request).Errors).ToList();
        return failures.Count == 0 ? next(ct) : throw new ValidationException(failures);
    }
}

/// <summary>The role's part of access; the area's part stands in the SQL of every list and load.</summary>
sealed class AccessBehavior<TRequest, TAnswer>(CurrentUser user) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : notnull
{
    static readonly NeedsAttribute? Needs = typeof(TRequest).GetCustomAttribute<NeedsAttribute>();

    public Task<TAnswer> Handle(TRequest request, RequestHandlerDelegate<TAnswer> next, CancellationToken ct) =>
        Needs is null || Needs.Permissions.Any(user.Account.May)
            ? next(ct)
            : throw new ForbiddenException("role.not-allowed", "Your role does not allow this.");
}

/// <summary>Puts a command's handler into the database's transaction; what it throws leaves no trace.</summary>
sealed class TransactionBehavior<TRequest, TAnswer>(IDatabase database, DbSession session, ChangeFeed changes, DatabaseCondition condition, IEnumerable<IPreparation<TRequest>> preparations)
    : IPipelineBehavior<TRequest, TAnswer> where TRequest : ICommand<TAnswer>
{
    public Task<TAnswer> Handle(TRequest request, RequestHandlerDelegate<TAnswer> next, CancellationToken ct)
    {
        condition.RequireSound();
        return database.Write(session, Carry, preparations.FirstOrDefault() is { } preparation ? () => preparation.Prepare(request, ct) : null);

        async Task<TAnswer> Carry()
        {
            changes.Begin();
            var answer = await next(CancellationToken.None);
            await changes.Write();
            return answer;
        }
    }
}
