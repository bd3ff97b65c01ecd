using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Screening;

/// <summary>Writes whom to call in a district when a special plan runs, in place of the list before.</summary>
[Needs(Permission.Direct)]
public sealed record SavePlanContacts : ICommand<PlanView>
{
    public SpecialPlanKind? Kind { get; init; }

    /// <summary>Each is somebody's part of the plan; a role may have several.</summary>
    public IReadOnlyList<PlanContact>? Contacts { get; init; }
}

sealed class SavePlanContactsValidator : AbstractValidator<SavePlanContacts>
{
    public SavePlanContactsValidator()
    {
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        RuleFor(c => c.Contacts).NotNull().WithErrorCode("required");
        RuleFor(c => c.Contacts).Must(list => list is null || list.Count <= 50).WithErrorCode("length").WithMessage("At most 50.");
        RuleForEach(c => c.Contacts).SetValidator(new PlanContactValidator());
    }
}

sealed class PlanContactValidator : AbstractValidator<PlanContact>
{
    public PlanContactValidator()
    {
        RuleFor(c => c.Role).NotEmpty().WithErrorCode("required").MaximumLength(60).WithErrorCode("length");
        RuleFor(c => c.Unit).NotEmpty().WithErrorCode("required").MaximumLength(60).WithErrorCode("length");
        RuleFor(c => c.Duty).MaximumLength(60).WithErrorCode("length");
        RuleFor(c => c.Phone).Matches("^[0-9+() -]{3,20}$").When(c => c.Phone is not null).WithErrorCode("format");
    }
}

sealed class SavePlanContactsHandler(PlanStore plans, DbSession db, ReferenceData reference, CurrentUser user, TimeProvider clock)
    : ICommandHandler<SavePlanContacts, PlanView>
{
    public async Task<PlanView> Handle(SavePlanContacts command, CancellationToken ct)
    {
        var account = user.Account;
        if (account.Tier != Tier.District || !account.SeesArea)
            throw new ForbiddenException("plan.district-only", "The district's centre keeps the list.");
        var now = clock.GetUtcNow();
        var plan = (await reference.Screening(db, ct)).On(Shanghai.DateOf(now)).Plan(command.Kind!.Value);
        if (command.Contacts!.FirstOrDefault(contact => plan.Roles.All(role => role.Id != contact.Role)) is { } stranger)
            throw new RuleViolationException("plan.unknown-role", $"The plan has no role {stranger.Role}.", "domain 5", "contacts");
        await plans.Save(account.Area.District, plan.Kind, command.Contacts!, account.Id, now);
        return PlanViews.Of(plan, (await plans.Contacts(account.Area.District, ct)).GetValueOrDefault(plan.Kind), account);
    }
}
