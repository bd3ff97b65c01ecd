using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>Enters what the assessment found: the four questions, the risks with their measures, grade and conclusion (domain 5.4).</summary>
[Needs(Permission.Direct)]
public sealed record ConcludeStabilityItem : ICommand<StabilityView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    public string? AssessingBody { get; init; }

    public StabilityMethod? Method { get; init; }

    /// <summary>By which means people were asked.</summary>
    public string? Consultation { get; init; }

    public int? PeopleConsulted { get; init; }

    public string? Lawfulness { get; init; }

    public string? Reasonableness { get; init; }

    public string? Feasibility { get; init; }

    public string? Controllability { get; init; }

    public IReadOnlyList<StabilityRiskBody>? Risks { get; init; }

    public StabilityGrade? Grade { get; init; }

    public StabilityConclusion? Conclusion { get; init; }

    public DateOnly? ConcludedOn { get; init; }

    /// <summary>With the political and legal commission.</summary>
    public DateOnly? FiledOn { get; init; }
}

public sealed record StabilityRiskBody
{
    public string? Risk { get; init; }

    public string? Measures { get; init; }
}

sealed class ConcludeStabilityItemValidator : AbstractValidator<ConcludeStabilityItem>
{
    const int LongText = 2_000;

    public ConcludeStabilityItemValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.AssessingBody).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("length");
        RuleFor(c => c.Method).NotNull().WithErrorCode("required");
        RuleFor(c => c.Consultation).NotEmpty().WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
        RuleFor(c => c.PeopleConsulted).NotNull().WithErrorCode("required").InclusiveBetween(0, 999_999).WithErrorCode("range");
        RuleFor(c => c.Lawfulness).NotEmpty().WithErrorCode("required").MaximumLength(LongText).WithErrorCode("length");
        RuleFor(c => c.Reasonableness).NotEmpty().WithErrorCode("required").MaximumLength(LongText).WithErrorCode("length");
        RuleFor(c => c.Feasibility).NotEmpty().WithErrorCode("required").MaximumLength(LongText).WithErrorCode("length");
        RuleFor(c => c.Controllability).NotEmpty().WithErrorCode("required").MaximumLength(LongText).WithErrorCode("length");
        RuleFor(c => c.Risks).Must(risks => risks is null || risks.Count <= StabilityAssessment.MostRisks).WithErrorCode("length").WithMessage($"At most {StabilityAssessment.MostRisks}.");
        RuleForEach(c => c.Risks).ChildRules(one =>
        {
            one.RuleFor(r => r.Risk).NotEmpty().WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
            one.RuleFor(r => r.Measures).NotEmpty().WithErrorCode("required").MaximumLength(1_000).WithErrorCode("length");
        });
        RuleFor(c => c.Grade).NotNull().WithErrorCode("required");
        RuleFor(c => c.Conclusion).NotNull().WithErrorCode("required");
        RuleFor(c => c.ConcludedOn).NotNull().WithErrorCode("required");
        RuleFor(c => c.ConcludedOn).Must(day => day is null || day.Value.Year >= 2000).WithErrorCode("range").WithMessage("Before 2000.");
    }
}

sealed class ConcludeStabilityItemHandler(AssessmentDesk desk, StabilityStore assessments, StabilityReader reader) : ICommandHandler<ConcludeStabilityItem, StabilityView>
{
    public async Task<StabilityView> Handle(ConcludeStabilityItem command, CancellationToken ct)
    {
        var replay = await desk.IsReplay(command.CommandId, command.Digest);
        var one = await reader.ForChange(command.Id);
        if (replay)
            return await reader.View(one, ct);
        var concluded = one.Conclude(new StabilityReport
        {
            AssessingBody = command.AssessingBody!.Trim(), Method = command.Method!.Value, Consultation = command.Consultation!.Trim(),
            PeopleConsulted = command.PeopleConsulted!.Value, Lawfulness = command.Lawfulness!.Trim(), Reasonableness = command.Reasonableness!.Trim(),
            Feasibility = command.Feasibility!.Trim(), Controllability = command.Controllability!.Trim(),
            Risks = [.. (command.Risks ?? []).Select(risk => new StabilityRisk(risk.Risk!.Trim(), risk.Measures!.Trim()))], Grade = command.Grade!.Value,
            Conclusion = command.Conclusion!.Value, ConcludedOn = command.ConcludedOn!.Value, FiledOn = command.FiledOn,
        }, desk.Today);
        await assessments.Save(concluded);
        await desk.Log(command.CommandId, command.Digest);
        return await reader.View(concluded, ct);
    }
}
