using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Messaging;

namespace Mediation.Api.Verbs;

/// <summary>What the one executable can do. Options alone, or nothing, start the server.</summary>
static class VerbTable
{
    static readonly Verb[] All =
    [
        new ServeVerb(), new MigrateVerb(), new SeedVerb(), new CreateAdminVerb(), new BackupVerb(), new RestoreVerb(), new VerifyVerb(), new ImportVerb(), new ExportVerb(),
        new MigrateEngineVerb(),
    ];

    static readonly string[] Asking = ["--help", "-h", "-?"];

    static string Help =>
        $"""
        Mediation.Api VERB ...           VERB --help tells more; without a verb it serves

        {string.Join('\n', All.Select(verb => $"  {verb.Name,-15} {verb.Does}\n  {"",-15} {verb.Usage}"))}

        The database is ConnectionStrings:Mediation of appsettings.json or of the environment (ConnectionStrings__Mediation).
        Exit codes: 0 done, 1 refused, 2 wrong use, 3 failed.
        """;

    /// <summary>Does what the first argument names; answers whether it named something else than serving.</summary>
    public static async Task<bool> Ran(string[] args)
    {
        if (args is [] || args[0].StartsWith('-') && !Asking.Contains(args[0]) || args is [ServeVerb.Word, .. var options] && !options.Any(Asking.Contains))
            return false;
        Environment.ExitCode = await Run(args);
        return true;
    }

    /// <summary>What is left for the host when it serves.</summary>
    public static string[] HostArguments(string[] args) => args is [ServeVerb.Word, .. var options] ? options : args;

    static async Task<int> Run(string[] args)
    {
        var verb = All.FirstOrDefault(verb => verb.Name == args[0]);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        try
        {
            if (Asking.Contains(args[0]) || args[0] == "help")
                return Say(Help);
            if (verb is null)
                throw new VerbUseException($"'{args[0]}' is no verb of this program.");
            return args.Skip(1).Any(Asking.Contains) ? Say(verb.Help) : await verb.Run(args[1..], stop.Token);
        }
        catch (VerbUseException wrong)
        {
            return Complain(ExitCode.WrongUse, $"{wrong.Message}\n\n{verb?.Help ?? Help}");
        }
        catch (System.Text.Json.JsonException wrong)
        {
            return Complain(ExitCode.WrongUse, $"A value is not understood: {wrong.Message}");
        }
        catch (ImportException refusal)
        {
            return Complain(ExitCode.Refused, string.Join('\n', refusal.Rows.Take(50).Select(row => $"line {row.Line}: {row.Field} {row.Code}").Prepend(refusal.Message)));
        }
        catch (Exception refusal) when (refusal is RefusedException or ConflictException or ValidationException or ForbiddenException or NotFoundException
            or RuleViolationException or InvalidDataException)
        {
            return Complain(ExitCode.Refused, refusal.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Complain(ExitCode.Failed, "It was stopped.");
        }
        catch (Exception failure)
        {
            return Complain(ExitCode.Failed, $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    public static int Say(string text)
    {
        Console.WriteLine(text);
        return ExitCode.Done;
    }

    public static int Complain(int code, string text)
    {
        Console.Error.WriteLine(text);
        return code;
    }
}
