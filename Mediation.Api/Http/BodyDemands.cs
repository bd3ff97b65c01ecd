using System.Globalization;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Validators;

namespace Mediation.Api.Http;

/// <summary>What a validator demands of one property of a body.</summary>
sealed record BodyDemand(Type Holder, string Property)
{
    public bool Required { get; init; }

    /// <summary>Demanded by what stands in other fields.</summary>
    public bool Sometimes { get; init; }

    public int? Shortest { get; init; }

    public int? Longest { get; init; }

    public string? Pattern { get; init; }

    public string? Least { get; init; }

    public string? Most { get; init; }
}

/// <summary>Reads the demands from the validators themselves, so that the document cannot say something else.</summary>
static class BodyDemands
{
    public static IEnumerable<BodyDemand> Of(Type body, IServiceProvider services) =>
        services.GetService(typeof(IValidator<>).MakeGenericType(body)) is IValidator validator ? Of(validator, body) : [];

    static IEnumerable<BodyDemand> Of(IValidator validator, Type holder) =>
        ((IEnumerable<IValidationRule>)validator).SelectMany(rule => rule.Components.SelectMany(component => Of(rule, component, holder)));

    static IEnumerable<BodyDemand> Of(IValidationRule rule, IRuleComponent component, Type holder)
    {
        if (component.Validator is IChildValidatorAdaptor child)
            return Inner(child) is { } inner ? Of(inner, rule is IIncludeRule ? holder : Validated(inner)) : [];
        var isOfItems = rule.GetType().Name.StartsWith("CollectionPropertyRule", StringComparison.Ordinal);
        return isOfItems || rule.PropertyName is null ? [] : Of(rule.PropertyName.Split('.'), rule.HasCondition || component.HasCondition, component.Validator, holder);
    }

    // A demand on override.reason holds where there is an override, that is: always, for whoever looks at the override.
    static IEnumerable<BodyDemand> Of(string[] path, bool hasCondition, IPropertyValidator validator, Type holder)
    {
        foreach (var step in path[..^1])
            if (holder.GetProperty(step)?.PropertyType is { } type)
                holder = type;
        var demand = new BodyDemand(holder, JsonNamingPolicy.CamelCase.ConvertName(path[^1]));
        var holds = !hasCondition || path.Length > 1;
        return validator switch
        {
            INotEmptyValidator when holds => [demand with { Required = true, Shortest = 1 }],
            INotNullValidator when holds => [demand with { Required = true }],
            INotEmptyValidator or INotNullValidator => [demand with { Sometimes = true }],
            ILengthValidator length => [demand with { Shortest = length.Min > 0 ? length.Min : null, Longest = length.Max > 0 ? length.Max : null }],
            IRegularExpressionValidator text => [demand with { Pattern = text.Expression }],
            IBetweenValidator between => [demand with { Least = Text(between.From), Most = Text(between.To) }],
            _ => [],
        };
    }

    static string? Text(object bound) => Convert.ToString(bound, CultureInfo.InvariantCulture);

    // Ours are the same for every instance, so an empty context will do to ask which validator it is.
    static IValidator? Inner(IChildValidatorAdaptor child)
    {
        var ofParent = typeof(ValidationContext<>).MakeGenericType(child.GetType().GenericTypeArguments[0]);
        return child.GetType().GetMethod("GetValidator")?.Invoke(child, [Activator.CreateInstance(ofParent, [null]), null]) as IValidator;
    }

    static Type Validated(IValidator validator) => validator.GetType().GetInterfaces()
        .First(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IValidator<>)).GenericTypeArguments[0];
}
