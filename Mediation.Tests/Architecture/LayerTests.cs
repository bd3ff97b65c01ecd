using System.Reflection;
using Mediation.Core.Domain;
using NUnit.Framework;

namespace Mediation.Tests.Architecture;

/// <summary>The same fences in the built assemblies, where global usings and aliases cannot hide anything.</summary>
sealed class LayerTests
{
    const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Assembly Core = typeof(RuleViolationException).Assembly;
    static readonly Assembly Api = typeof(Program).Assembly;

    [Test]
    public void Core_refers_to_no_web_framework_and_not_to_the_api() => Assert.That(Web(Core), Is.Empty);

    [Test]
    public void That_fence_sees_the_api() => Assert.That(Web(Api), Is.Not.Empty);

    [Test]
    public void Api_refers_to_no_storage_package() => Assert.That(Storage(Api), Is.Empty);

    [Test]
    public void That_fence_sees_the_tests() => Assert.That(Storage(typeof(LayerTests).Assembly), Is.Not.Empty);

    [Test]
    public void Domain_types_are_made_of_domain_and_framework_types_alone()
    {
        var domain = Core.GetTypes().Where(type => type.Namespace?.StartsWith("Mediation.Core.Domain", StringComparison.Ordinal) == true).ToList();

        Assert.That(domain, Is.Not.Empty);
        Assert.That(domain.SelectMany(Strangers), Is.Empty);
    }

    [Test]
    public void That_fence_sees_a_package_in_a_signature_and_in_a_body() =>
        Assert.That(Strangers(typeof(Offender)), Has.Some.Contain("TestContext").And.Some.Contain("AssertionException"));

    static IEnumerable<string> Web(Assembly assembly) => References(assembly, "Microsoft.AspNetCore", "Mediation.Api");

    static IEnumerable<string> Storage(Assembly assembly) => References(assembly, "Dapper", "Npgsql", "Microsoft.Data.Sqlite", "dbup");

    static IEnumerable<string> References(Assembly assembly, params string[] banned) => assembly.GetReferencedAssemblies()
        .Select(reference => reference.Name!)
        .Where(name => banned.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)));

    static IEnumerable<string> Strangers(Type type) => Parts(type)
        .SelectMany(part => part.IsGenericType ? part.GetGenericArguments().Append(part) : [part])
        .Where(part => part.Assembly != Core && part.Assembly.GetName().Name is { } name && name != "mscorlib"
            && !name.StartsWith("System.", StringComparison.Ordinal))
        .Select(part => $"{type.FullName} knows {part.FullName}");

    static IEnumerable<Type> Parts(Type type)
    {
        var methods = type.GetMembers(Everything).OfType<MethodBase>().ToList();
        return type.GetInterfaces()
            .Concat(type.BaseType is { } parent ? [parent] : [])
            .Concat(type.GetFields(Everything).Select(field => field.FieldType))
            .Concat(methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(methods.OfType<MethodInfo>().Select(method => method.ReturnType))
            .Concat(methods.SelectMany(method => method.GetMethodBody()?.LocalVariables ?? []).Select(local => local.LocalType));
    }

    sealed class Offender
    {
        public TestContext? Signature { get; set; }

        public static string Body()
        {
            var inside = new AssertionException("inside");
            return inside.Message + inside.HelpLink;
        }
    }
}
