using System.Diagnostics;
using System.Runtime.InteropServices;
using Mediation.Tests.Architecture;

namespace Mediation.Benchmarks.Start;

/// <summary>Programs as they are installed: self-contained folders, compiled ahead (ReadyToRun).</summary>
static class Published
{
    const string EmptyProgram =
        """
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/health/ready", () => "ready");
        app.Run();
        """;

    const string EmptyProject =
        """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <InvariantGlobalization>true</InvariantGlobalization>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
        </Project>
        """;

    public static Task<string> Service(Scratch folder) =>
        Publish(Path.Combine(RepositoryRoot.Path, "Mediation.Api", "Mediation.Api.csproj"), Path.Combine(folder.Path, "service"), "Mediation.Api");

    public static async Task<string> Empty(Scratch folder)
    {
        var source = Directory.CreateDirectory(Path.Combine(folder.Path, "empty-source")).FullName;
        await File.WriteAllTextAsync(Path.Combine(source, "Program.cs"), EmptyProgram);
        await File.WriteAllTextAsync(Path.Combine(source, "Empty.csproj"), EmptyProject);
        return await Publish(Path.Combine(source, "Empty.csproj"), Path.Combine(folder.Path, "empty"), "Empty");
    }

    static async Task<string> Publish(string project, string to, string program)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [
            "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-o", to, "-v", "q", "-nologo", "-p:PublishReadyToRun=true",
            "-p:BuildClient=false", "-p:OpenApiGenerateDocumentsOnBuild=false", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false",
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{project} cannot be published: {await output}{await errors}");
        return Path.Combine(to, OperatingSystem.IsWindows() ? $"{program}.exe" : program);
    }
}
