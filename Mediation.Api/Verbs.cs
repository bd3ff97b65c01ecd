using FluentValidation;
using Mediation.Api.Http;
using Mediation.Api.Seeding;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Features.Seeds;
using Mediation.Core.Features.Session;
using Mediation.Core.Messaging;
using MediatR;

namespace Mediation.Api;

/// <summary>What the program does instead of serving: the first account and the first data of a Production database.</summary>
static class Verbs
{
    const int Done = 0, Refused = 1, WrongUse = 2, Failed = 3;

    const string Help =
        """
        Mediation.Api                serves; --urls http://0.0.0.0:5000 says where
        Mediation.Api create-admin --user NAME [--password-stdin] [--district CODE] [--organisation NAME]
                                     makes the first account; asks for the password, or reads one line of standard input
        Mediation.Api seed base      loads areas and organisations from seeds/ into an empty database; do this first
        Mediation.Api --help         this page

        The database is ConnectionStrings:Mediation of appsettings.json or of the environment (ConnectionStrings__Mediation).
        A password has at least 12 characters, 3 of the 4 kinds (capitals, small letters, digits, others) and not the user name in it.
        Exit codes: 0 done, 1 refused, 2 wrong use, 3 failed.
        """;

    /// <summary>Does what the first argument names; answers whether it named something. Options alone start the server.</summary>
    public static async Task<bool> Ran(string[] args)
    {
        if (args is not [{ } first, ..] || first.StartsWith('-') && first is not ("--help" or "-h" or "-?"))
            return false;
        Environment.ExitCode = await Run(args);
        return true;
    }

    static async Task<int> Run(string[] args)
    {
        try
        {
            return args switch
            {
                ["--help" or "-h" or "-?" or "help", ..] => Say(Help),
                ["create-admin", .. var options] => await CreateAdmin(VerbOptions.Read(options, ["--user", "--district", "--organisation"], ["--password-stdin"])),
                ["seed", "base"] => await SeedBase(),
                _ => throw new VerbUseException($"'{string.Join(' ', args)}' is no verb of this program."),
            };
        }
        catch (VerbUseException wrong)
        {
            return Complain(WrongUse, $"{wrong.Message}\n\n{Help}");
        }
        catch (Exception refusal) when (refusal is ConflictException or ValidationException or ImportException)
        {
            return Complain(Refused, refusal.Message);
        }
        catch (Exception failure)
        {
            return Complain(Failed, $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    static async Task<int> CreateAdmin(VerbOptions options)
    {
        var user = options["--user"] ?? throw new VerbUseException("Say whose account: --user NAME.");
        var centre = BaseSeeds.CentreOf(await SeedFolder.Organisations(default));
        var district = options["--district"] is not { } code ? centre.AreaCode!.Value
            : AreaCode.TryParse(code, out var given) ? given : throw new VerbUseException("A district has a code of 12 digits.");
        var password = options.Has("--password-stdin") ? await Console.In.ReadLineAsync() ?? "" : AdminPassword.Ask();
        if (PasswordRule.Fault(user, password, isAdmin: true) is { } fault)
            return Complain(Refused, fault);
        await WithDatabase((services, sender) => sender.Send(new CreateAdmin(
            user, services.GetRequiredService<SignIn>().Hash(password), district, options["--organisation"] ?? centre.Name!)));
        return Say($"The account {user} was made; it may manage accounts, areas and the registry.");
    }

    static async Task<int> SeedBase()
    {
        var organisations = await SeedFolder.Organisations(default);
        await WithDatabase(async (services, sender) =>
        {
            if (await sender.Send(new ReadSeedState()) is not { Accounts: 0, Organisations: 0 })
                throw new ConflictException("seed.not-empty", "The database is not empty. This verb comes before create-admin; now an administrator imports areas and enters the registry over HTTP.");
            await new BaseSeeds(services.GetRequiredService<IServiceScopeFactory>()).Load(organisations, [], default);
        });
        return Say($"Areas and {organisations.Count} organisations were loaded.");
    }

    /// <summary>The server's own services without the server: nothing listens, no job runs.</summary>
    static async Task WithDatabase(Func<IServiceProvider, ISender, Task> work)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddApi();
        await using var app = builder.Build();
        await using var database = app.Services.GetRequiredService<IDatabase>();
        database.Migrate();
        database.Start();
        await using var scope = app.Services.CreateAsyncScope();
        await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ISender>());
    }

    static int Say(string text)
    {
        Console.WriteLine(text);
        return Done;
    }

    static int Complain(int code, string text)
    {
        Console.Error.WriteLine(text);
        return code;
    }
}
