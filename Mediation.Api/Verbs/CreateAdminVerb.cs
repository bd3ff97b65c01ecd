using Mediation.Api.Http;
using Mediation.Api.Seeding;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Features.Session;

namespace Mediation.Api.Verbs;

sealed class CreateAdminVerb : Verb
{
    public override string Name => "create-admin";

    public override string Usage => "create-admin --user NAME [--password-stdin] [--district CODE] [--organisation NAME]";

    public override string Does => "Makes the first account; asks for the password, or reads one line of standard input.";

    public override string Details =>
        """
        --user NAME          how the administrator signs in
        --password-stdin     the password is one line of standard input
        --district CODE      the 12 digits of the district; that of seeds/ by default
        --organisation NAME  the district's centre; that of seeds/ by default
        A password has at least 12 characters, 3 of the 4 kinds (capitals, small letters, digits, others) and not the user name in it.
        """;

    public override string Refuses => "there are accounts already, or the password is too weak";

    public override string Example => "create-admin --user chief";

    public override async Task<int> Run(IReadOnlyList<string> options, CancellationToken ct)
    {
        var said = VerbOptions.Read(options, ["--user", "--district", "--organisation"], ["--password-stdin"]);
        var user = said.Required("--user", "whose account");
        var centre = BaseSeeds.CentreOf(await SeedFolder.Organisations(ct));
        var district = said["--district"] is not { } code ? centre.AreaCode!.Value
            : AreaCode.TryParse(code, out var given) ? given : throw new VerbUseException("A district has a code of 12 digits.");
        var password = said.Has("--password-stdin") ? await Console.In.ReadLineAsync(ct) ?? "" : AdminPassword.Ask();
        if (PasswordRule.Fault(user, password, isAdmin: true) is { } fault)
            return VerbTable.Complain(ExitCode.Refused, fault);
        await using var host = VerbHost.Open();
        await host.Ask(sender => sender.Send(new CreateAdmin(
            user, host.Services.GetRequiredService<SignIn>().Hash(password), district, said["--organisation"] ?? centre.Name!), ct));
        return VerbTable.Say($"The account {user} was made; it may manage accounts, areas and the registry.");
    }
}
