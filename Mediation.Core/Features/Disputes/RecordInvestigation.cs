using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Fact finding in the open case (调查记录): where, who was there, who was asked, what was said. Its id is the command's.</summary>
[Needs(Permission.Mediate)]
public sealed record RecordInvestigation : DisputeCommand
{
    public string? Place { get; init; }

    public IReadOnlyList<string>? Participants { get; init; }

    /// <summary>Who was asked.</summary>
    public string? Interviewee { get; init; }

    public string? Record { get; init; }

    /// <summary>Default the day of the step.</summary>
    public DateOnly? InvestigatedOn { get; init; }
}

sealed class RecordInvestigationValidator : DisputeCommandValidator<RecordInvestigation>
{
    public RecordInvestigationValidator(TimeProvider clock)
    {
        Text(RuleFor(c => c.Place), 100);
        Text(RuleFor(c => c.Interviewee), 100);
        Text(RuleFor(c => c.Record), 20_000, required: true);
        RuleFor(c => c.Participants).Must(p => p is null || p.Count <= 50).WithErrorCode("length").WithMessage("At most 50.");
        RuleForEach(c => c.Participants).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("length");
        RuleFor(c => c.InvestigatedOn).HasHappened(clock);
    }
}

sealed class RecordInvestigationHandler(DisputeDesk desk) : DisputeCommandHandler<RecordInvestigation>(desk)
{
    protected override Task Act(RecordInvestigation command, Dispute dispute, Step step)
    {
        dispute.Investigate(new Investigation
        {
            Id = command.CommandId, On = command.InvestigatedOn ?? step.On, Place = command.Place, Participants = command.Participants ?? [],
            Interviewee = command.Interviewee, Record = command.Record,
        }, step);
        return Task.CompletedTask;
    }
}
