using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;
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

    /// <summary>A party asked for writing (人民调解法 28).</summary>
    public bool? WritingAsked { get; init; }

    /// <summary>Somebody gives up a claim.</summary>
    public bool? WaivesClaims { get; init; }

    /// <summary>The parties were told that a court can confirm it.</summary>
    public bool? ConfirmationTold { get; init; }

    /// <summary>Decides on marriage, parentage or adoption itself; left out, the kind of matter says.</summary>
    public bool? DecidesStatus { get; init; }

    /// <summary>Decides whose a real right or an intellectual property is.</summary>
    public bool? DecidesTitle { get; init; }

    /// <summary>Parties who chose to sign on a screen (电子签名法 3).</summary>
    public IReadOnlyList<Guid>? StrokesChosenBy { get; init; }

    /// <summary>The serial of the pre-printed sheet.</summary>
    public string? FormSerial { get; init; }

    /// <summary>The signature sheet of a group.</summary>
    public IReadOnlyList<BindingBody>? Bindings { get; init; }

    internal Agreement ToAgreement(DateOnly on) => new()
    {
        Form = Form!.Value, ReachedOn = on, Terms = Terms, Obligations = [.. (Obligations ?? []).Select(o => o.ToObligation())],
        Signatures = [.. (Signatures ?? []).Select(s => s.ToSignature(on))], MediatorSignedOn = MediatorSignedOn, SealedOn = SealedOn,
        WritingAsked = WritingAsked ?? false, WaivesClaims = WaivesClaims ?? false, ConfirmationTold = ConfirmationTold ?? false, DecidesStatus = DecidesStatus,
        DecidesTitle = DecidesTitle ?? false, StrokesChosenBy = StrokesChosenBy ?? [], FormSerial = FormSerial,
        Bindings = [.. (Bindings ?? []).Select(b => new MemberBinding(b.MemberId!.Value, b.Binding!.Value, b.On))],
    };
}

public sealed record SignatureBody
{
    public Guid? PartyId { get; init; }

    public SignatureKind? Kind { get; init; }

    /// <summary>Default the day of the step.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The drawing, for a stroke.</summary>
    public Guid? StrokeId { get; init; }

    /// <summary>Of a group: whose mark it is.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>The agent who signs for the party.</summary>
    public Guid? AgentId { get; init; }

    /// <summary>The guardian signs for the ward.</summary>
    public bool? ByGuardian { get; init; }

    internal Signature ToSignature(DateOnly on) => new(PartyId!.Value, Kind!.Value, On ?? on, StrokeId, MemberId, AgentId, ByGuardian ?? false);
}

/// <summary>How one of many stands to the agreement, and since when.</summary>
public sealed record BindingBody
{
    public Guid? MemberId { get; init; }

    public Binding? Binding { get; init; }

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
        RuleFor(c => c.StrokesChosenBy).Must(ids => ids is null || ids.Count <= 400).WithErrorCode("length").WithMessage("At most 400.");
        RuleFor(c => c.FormSerial).Length(1, 60).WithErrorCode("length");
        RuleFor(c => c.Bindings).Must(rows => rows is null || rows.Count <= 2_000).WithErrorCode("length").WithMessage("At most 2,000.");
        RuleForEach(c => c.Bindings).ChildRules(row =>
        {
            row.RuleFor(b => b.MemberId).NotEmpty();
            row.RuleFor(b => b.Binding).NotNull();
            row.RuleFor(b => b.On).HasHappened(clock);
        });
        RuleFor(c => c.MediatorSignedOn).HasHappened(clock);
        RuleFor(c => c.SealedOn).HasHappened(clock);
    }
}

sealed class ReachAgreementHandler(DisputeDesk desk, FormSerialStore serials) : DisputeCommandHandler<ReachAgreement>(desk)
{
    protected override async Task Act(ReachAgreement command, Dispute dispute, Step step)
    {
        var agreement = command.ToAgreement(step.On);
        var sheet = dispute.AgreedCase?.Agreement?.FormSerial;
        if (sheet is not null && command.FormSerial is not null && command.FormSerial != sheet)
            throw new RuleViolationException("form-serial.other", $"It was written on the sheet {sheet}.", "domain 12", "formSerial");
        if (dispute.OpenCase is null && dispute.AgreedCase is not null)
            dispute.CompleteAgreement(agreement, step);
        else
            dispute.Agree(agreement, step);
        // Sent again with further signatures it is still the same sheet.
        if (command.FormSerial is not null && sheet is null)
            await serials.Use(command.FormSerial, dispute.AgreedCase!, agreement.Form == AgreementForm.Oral ? PaperKind.OralAgreement : PaperKind.WrittenAgreement, dispute.File);
    }
}
