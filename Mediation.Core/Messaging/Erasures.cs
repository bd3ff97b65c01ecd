using Mediation.Core.Data;
using Mediation.Core.Domain;
using MediatR;

namespace Mediation.Core.Messaging;

/// <summary>A command that erases for good; when it is on disk it is also written into the register outside the database.</summary>
public interface IErasure
{
    (ErasedKind Kind, Guid Id, IReadOnlyList<string> Fields) Erases { get; }
}

/// <summary>Around the transaction: what the register says has happened. A command that is sent again writes what a crash left out.</summary>
sealed class ErasureBehavior<TRequest, TAnswer>(CurrentUser user, ErasureRegister register, TimeProvider clock) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IErasure
{
    public async Task<TAnswer> Handle(TRequest request, RequestHandlerDelegate<TAnswer> next, CancellationToken ct)
    {
        var answer = await next(ct);
        var (kind, id, fields) = request.Erases;
        await register.Add(new RegisteredErasure
        {
            Kind = kind, District = user.Account.Area.District.Value, Id = id, Fields = fields, On = Shanghai.DateOf(clock.GetUtcNow()), By = user.Account.Id,
            Office = user.Account.OrganisationId,
        }, CancellationToken.None);
        return answer;
    }
}
