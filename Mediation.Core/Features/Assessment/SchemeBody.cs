using FluentValidation;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Features.Assessment;

/// <summary>A scheme as it is sent: the parts of `seeds/scoring-schemes.json`, without the year, which the address names.</summary>
public record SchemeBody
{
    public string? Name { get; init; }

    /// <summary>Calendar days after the freezing in which a unit may appeal.</summary>
    public int? AppealDays { get; init; }

    public IReadOnlyList<ScoreItemBody>? Items { get; init; }

    public IReadOnlyList<SchemeVetoBody>? Vetoes { get; init; }

    public IReadOnlyList<ScoreBandBody>? Bands { get; init; }

    internal ScoringScheme ToScheme(int year) => new()
    {
        Year = year, Name = Name!.Trim(), AppealDays = AppealDays!.Value, Items = [.. Items!.Select(item => item.ToItem())],
        Vetoes = [.. (Vetoes ?? []).Select(veto => new SchemeVeto(veto.Kind!.Value, veto.Zh!.Trim(), veto.En!.Trim(), veto.Below ?? false))],
        Bands = [.. Bands!.Select(band => new ScoreBand(band.From!.Value, band.Zh!.Trim(), band.En!.Trim()))],
    };
}

/// <summary>An item of a scheme: an indicator against its target, or events that are counted.</summary>
public sealed record ScoreItemBody
{
    public string? Id { get; init; }

    public string? Zh { get; init; }

    public string? En { get; init; }

    /// <summary>Town, Village or both.</summary>
    public IReadOnlyList<Tier>? Units { get; init; }

    public Indicator? Indicator { get; init; }

    public ScoreEvent? Event { get; init; }

    public decimal? Weight { get; init; }

    public decimal? Target { get; init; }

    public bool? AtMost { get; init; }

    public decimal? Deduction { get; init; }

    public decimal? Cap { get; init; }

    public decimal? Bonus { get; init; }

    public decimal? BonusFrom { get; init; }

    public decimal? BonusCap { get; init; }

    internal ScoreItem ToItem() => new()
    {
        Id = Id!, Zh = Zh!.Trim(), En = En!.Trim(), Units = Units!, Indicator = Indicator, Event = Event, Weight = Weight!.Value, Target = Target, AtMost = AtMost ?? false,
        Deduction = Deduction, Cap = Cap, Bonus = Bonus, BonusFrom = BonusFrom, BonusCap = BonusCap,
    };
}

public sealed record SchemeVetoBody
{
    public VetoKind? Kind { get; init; }

    public string? Zh { get; init; }

    public string? En { get; init; }

    /// <summary>Also for what happened in the places below the unit.</summary>
    public bool? Below { get; init; }
}

public sealed record ScoreBandBody
{
    public decimal? From { get; init; }

    public string? Zh { get; init; }

    public string? En { get; init; }
}

sealed class SchemeBodyValidator : AbstractValidator<SchemeBody>
{
    public SchemeBodyValidator()
    {
        RuleFor(b => b.Name).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("length");
        RuleFor(b => b.AppealDays).NotNull().WithErrorCode("required");
        RuleFor(b => b.Items).NotEmpty().WithErrorCode("required").Must(items => items is null || items.Count <= SchemeFaults.MostItems).WithErrorCode("length")
            .WithMessage($"At most {SchemeFaults.MostItems}.");
        RuleForEach(b => b.Items).ChildRules(one =>
        {
            one.RuleFor(i => i.Id).NotEmpty().WithErrorCode("required");
            one.RuleFor(i => i.Zh).NotEmpty().WithErrorCode("required").MaximumLength(60).WithErrorCode("length");
            one.RuleFor(i => i.En).NotEmpty().WithErrorCode("required").MaximumLength(60).WithErrorCode("length");
            one.RuleFor(i => i.Units).NotEmpty().WithErrorCode("required");
            one.RuleFor(i => i.Weight).NotNull().WithErrorCode("required");
        });
        RuleForEach(b => b.Vetoes).ChildRules(one =>
        {
            one.RuleFor(v => v.Kind).NotNull().WithErrorCode("required");
            one.RuleFor(v => v.Zh).NotEmpty().WithErrorCode("required").MaximumLength(60).WithErrorCode("length");
            one.RuleFor(v => v.En).NotEmpty().WithErrorCode("required").MaximumLength(60).WithErrorCode("length");
        });
        RuleFor(b => b.Bands).NotEmpty().WithErrorCode("required");
        RuleForEach(b => b.Bands).ChildRules(one =>
        {
            one.RuleFor(v => v.From).NotNull().WithErrorCode("required");
            one.RuleFor(v => v.Zh).NotEmpty().WithErrorCode("required").MaximumLength(30).WithErrorCode("length");
            one.RuleFor(v => v.En).NotEmpty().WithErrorCode("required").MaximumLength(30).WithErrorCode("length");
        });
    }
}
