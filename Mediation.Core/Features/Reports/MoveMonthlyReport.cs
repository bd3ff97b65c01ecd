using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>A step of a report: drafted, checked by a second person, submitted, given back with a reason, merged by the unit above, sealed by the district.</summary>
public abstract record FilingMove
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    /// <summary>The version of the report that the person saw.</summary>
    public int? BaseVersion { get; init; }

    public FilingAct? Act { get; init; }

    /// <summary>Why it is given back; at any other step a remark.</summary>
    public string? Reason { get; init; }

    /// <summary>true: signed as a nil return (零报告), which a report without numbers must be.</summary>
    public bool? Nil { get; init; }

    /// <summary>What stands in the field of the seal; default the name of the organisation.</summary>
    public string? SealText { get; init; }
}

/// <summary>A step of a monthly report: drafted, checked by a second person, submitted, given back with a reason, merged by the unit above, sealed by the district.</summary>
[Needs(Permission.Register)]
public sealed record MoveMonthlyReport : FilingMove, ICommand<FilingPage>;

/// <summary>A step of a unit's justice return, as of a monthly report; at the district the justice bureau may check and seal it.</summary>
[Needs(Permission.Register, Permission.ReviewDossiers)]
public sealed record MoveJusticeReturn : FilingMove, ICommand<ReturnPage>;

abstract class FilingMoveValidator<T> : AbstractValidator<T> where T : FilingMove
{
    protected FilingMoveValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.BaseVersion).NotNull().WithErrorCode("required");
        RuleFor(c => c.BaseVersion).GreaterThan(0).WithErrorCode("range");
        RuleFor(c => c.Act).NotNull().WithErrorCode("required");
        RuleFor(c => c.Act).NotEqual(FilingAct.Open).WithErrorCode("range").WithMessage("It is open already.");
        RuleFor(c => c.Reason).NotEmpty().When(c => c.Act == FilingAct.Return).WithErrorCode("required");
        RuleFor(c => c.Reason).MaximumLength(500).WithErrorCode("length");
        RuleFor(c => c.SealText).MaximumLength(100).WithErrorCode("length");
    }
}

sealed class MoveMonthlyReportValidator : FilingMoveValidator<MoveMonthlyReport>;

sealed class MoveJusticeReturnValidator : FilingMoveValidator<MoveJusticeReturn>;

sealed class MoveMonthlyReportHandler(MonthlySteps steps) : ICommandHandler<MoveMonthlyReport, FilingPage>
{
    public Task<FilingPage> Handle(MoveMonthlyReport command, CancellationToken ct) => steps.Take(command, ct);
}

sealed class MoveJusticeReturnHandler(ReturnSteps steps) : ICommandHandler<MoveJusticeReturn, ReturnPage>
{
    public Task<ReturnPage> Handle(MoveJusticeReturn command, CancellationToken ct) => steps.Take(command, ct);
}
