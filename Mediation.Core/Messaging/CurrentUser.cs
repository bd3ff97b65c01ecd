using Mediation.Core.Data;
using Mediation.Core.Domain.Access;

namespace Mediation.Core.Messaging;

/// <summary>Who sends this request; set once per scope, and carried into the write lane, where there is no HTTP context.</summary>
[Scoped]
public sealed class CurrentUser
{
    Account? account;

    public Account Account => account ?? throw new NotSignedInException();

    public void SignIn(Account signedIn) => account = signedIn;
}
