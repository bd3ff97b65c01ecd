using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Records what was agreed; sent again it adds the signatures and the seal that were still missing (人民调解法 28-30).</summary>
[Needs(Permission.Mediate)]
public sealed record ReachAgreement : DisputeCommand
{
    public AgreementForm? Form { get; init; }

    public string? Terms { get; init; }

    public IReadOnlyList<ObligationBody>? Obligations { get; init; }

    public IReadOnlyList<SignatureBody>? Signatures { get; init; }

    public DateOnly? MediatorSignedOn { get; init; }

    public DateOnly? SealedOn { get; init; }
}

public sealed record SignatureBody
{
    public Guid? PartyId { get; init; }

    public SignatureKind? Kind { get; init; }

    /// <summary>Default the day of the step.</summary>
    public DateOnly? On { get; init; }
}

sealed class ReachAgreementValidator : DisputeCommandValidator<ReachAgreement>
{
    public ReachAgreementValidator(TimeProvider clock)
    {
        RuleFor(c => c.Form).NotNull();
        RuleFor(c => c.Terms).NotEmpty().MaximumLength(20_000);
        RuleFor(c => c.Obligations).AreObligations();
        RuleForEach(c => c.Obligations).SetValidator(new ObligationValidator());
        RuleFor(c => c.Signatures).Must(s => s is null || s.Count <= 400).WithMessage("At most 400.");
        RuleForEach(c => c.Signatures).ChildRules(signature =>
        {
            signature.RuleFor(s => s.PartyId).NotEmpty();
            signature.RuleFor(s => s.Kind).NotNull();
            signature.RuleFor(s => s.On).HasHappened(clock);
        });
        RuleFor(c => c.MediatorSignedOn).HasHappened(clock);
        RuleFor(c => c.SealedOn).HasHappened(clock);
    }
}

sealed class ReachAgreementHandler(DisputeDesk desk) : DisputeCommandHandler<ReachAgreement>(desk)
{
    protected override Task Act(ReachAgreement command, Dispute dispute, Step step)
    {
        var agreement = new Agreement
        {
            Form = command.Form!.Value, ReachedOn = step.On, Terms = command.Terms, Obligations = [.. (command.Obligations ?? []).Select(o => o.ToObligation())],
            Signatures = [.. (command.Signatures ?? []).Select(s => new Signature(s.PartyId!.Value, s.Kind!.Value, s.On ?? step.On))],
            MediatorSignedOn = command.MediatorSignedOn, SealedOn = command.SealedOn,
        };
        if (dispute.OpenCase is null && dispute.AgreedCase is not null)
            dispute.CompleteAgreement(agreement, step);
        else
            dispute.Agree(agreement, step);
        return Task.CompletedTask;
    }
}
