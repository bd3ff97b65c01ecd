using System.Text.RegularExpressions;

namespace Mediation.Tests.Architecture;

/// <summary>Who may know whom: Tests -> Api -> Core; Features -> Domain, Data, Messaging; Data -> Domain; Domain -> nothing.</summary>
static class LayerFences
{
    const string Core = "Mediation.Core/", Domain = "Mediation.Core/Domain/", Features = "Mediation.Core/Features/";
    const string Data = "Mediation.Core/Data/", Messaging = "Mediation.Core/Messaging/", Api = "Mediation.Api/";

    // The texts behind each pattern are samples of what it forbids: FenceTests puts each where the fence looks and sees it caught.
    public static IReadOnlyList<Fence> All { get; } =
    [
        Fence.NoCode("Core knows no HTTP", source => source.IsIn(Core),
            @"\bMicrosoft\.AspNetCore\b|\bMediation\.Api\b|\bHttpContext\b", Data + "Lane.cs",
            "using Microsoft.AspNetCore.Http;", "using Mediation.Api.Http;", "void Write(HttpContext context)"),

        Fence.NoCode("Api has no storage package", source => source.IsIn(Api),
            @"\b(Dapper|Npgsql|Sqlite|DbUp)|\bSystem\.Data\b", Api + "Endpoints/AreaEndpoints.cs",
            "using Dapper;", "new NpgsqlConnection(x)", "using Microsoft.Data.Sqlite;", "DbUp.DeployChanges.To", "using System.Data;"),

        Fence.NoCode("Api has no SQL", source => source.IsIn(Api),
            @"\bselect\s[^;]*\sfrom\s+\w+|\binsert into\b|\bdelete from\b|\bupdate \w+\s+set\b", Api + "Endpoints/AreaEndpoints.cs",
            "\"select code from area\"", "\"insert into area\"", "\"delete from area\"", "\"update area set name = ''\""),

        Fence.NoCode("Api knows MediatR's sender alone", source => source.IsIn(Api),
            @"\bAddMediatR\b|\bI(Mediator|Publisher|Request|BaseRequest|RequestHandler|PipelineBehavior|Notification|NotificationHandler)\b",
            Api + "Endpoints/AreaEndpoints.cs",
            "static Task Go(IMediator mediator)", "record A : IRequest<int>;", "services.AddMediatR(x)", "IPipelineBehavior<A, B>"),

        Fence.NoCode("Messaging alone knows MediatR", source => source.IsIn(Core) && !source.IsIn(Messaging),
            @"\bMediatR\b", Features + "Areas/FindArea.cs", "using MediatR;", "sealed class A : MediatR.IRequest;"),

        Fence.NoCode("Data alone knows the engines", source => source.IsIn(Core, Api) && !source.IsIn(Data),
            @"Sqlite|Npgsql|DbUp", Features + "Areas/FindArea.cs",
            "using Microsoft.Data.Sqlite;", "catch (NpgsqlException)", "using DbUp;", "kind == DatabaseKind.Sqlite"),

        Fence.NoCode("Data knows neither use cases nor messages", source => source.IsIn(Data),
            @"\bMediation\.Core\.(Features|Messaging)\b|\b(Features|Messaging)\.\w", Data + "AreaStore.cs",
            "using Mediation.Core.Features.Areas;", "using Mediation.Core.Messaging;", "Features.Areas.FindArea x"),

        new("A feature does not import another", source => source.IsIn(Features), OtherFeature,
            new Source(Features + "Areas/FindArea.cs", "using Mediation.Core.Features.Disputes;"),
            new Source(Features + "Areas/FindArea.cs", "namespace Mediation.Core.Features.Areas;\nFeatures.Disputes.Register x;")),

        Fence.NoCode("Domain has no package and no neighbour", source => source.IsIn(Domain),
            @"\b(Dapper|MediatR|FluentValidation|CsvHelper|DocumentFormat|Npgsql|DbUp|Microsoft)\b|\bMediation\.Core\.(Features|Data|Messaging)\b",
            Domain + "Tier.cs",
            "using Dapper;", "using MediatR;", "using FluentValidation;", "using CsvHelper;", "using DocumentFormat.OpenXml;",
            "using Microsoft.Data.Sqlite;", "using Mediation.Core.Data;"),

        Fence.NoCode("Domain does not wait", source => source.IsIn(Domain),
            @"\b(async|await|Task|ValueTask|IAsyncEnumerable)\b|\bSystem\.Threading\b", Domain + "Tier.cs",
            "async void", "await x", "Task<int> Count()", "ValueTask x", "IAsyncEnumerable<int> x", "using System.Threading;"),

        Fence.NoCode("Domain has no clock and no chance", source => source.IsIn(Domain),
            @"\bTimeProvider\b|\bGet(Utc|Local)Now\b|\bUtcNow\b|\bDate(Time|TimeOffset)\.Now\b|\bDateTime\.Today\b|\bStopwatch\b|\bTickCount|\bCreateVersion7\(\)|\bNewGuid\b|\bRandom\b",
            Domain + "Tier.cs",
            "TimeProvider clock", "clock.GetUtcNow()", "DateTimeOffset.UtcNow", "DateTime.Now", "DateTime.Today", "Stopwatch.StartNew()",
            "Environment.TickCount64", "Guid.CreateVersion7()", "Guid.NewGuid()", "Random.Shared"),

        Fence.NoCode("Domain has no I/O", source => source.IsIn(Domain),
            @"\bSystem\.(IO|Net|Data)\b|\b(Directory|Console|Environment)\.\w|\bFile\.(Read|Write|Open|Create|Delete|Append|Copy|Move|Exists)|\bHttpClient\b|\b(File)?Stream\b", Domain + "Tier.cs",
            "using System.IO;", "using System.Net.Http;", "File.ReadAllText(x)", "Console.WriteLine()", "Environment.NewLine", "HttpClient x", "Stream x"),
    ];

    static string? OtherFeature(Source source)
    {
        var own = source.Path[Features.Length..].Split('/')[0];
        return Regex.Matches(source.Code, @"\bFeatures\.(\w+)")
            .FirstOrDefault(match => match.Groups[1].Value != own)?.Value;
    }
}
