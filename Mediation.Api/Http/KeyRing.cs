using System.Xml.Linq;
using Mediation.Core.Features.Session;
using MediatR;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Mediation.Api.Http;

/// <summary>The keys of the sign-in tickets live in the database, so that every process reads every ticket.</summary>
sealed class KeyRing(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var values = scope.ServiceProvider.GetRequiredService<ISender>().Send(new ReadKeyRing()).GetAwaiter().GetResult();
        return [.. values.Select(value => XElement.Parse(value))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var stored = new StoreKey(friendlyName, element.ToString(SaveOptions.DisableFormatting));
        scope.ServiceProvider.GetRequiredService<ISender>().Send(stored).GetAwaiter().GetResult();
    }
}
