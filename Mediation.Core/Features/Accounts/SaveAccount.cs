using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Accounts;

/// <summary>Makes an account, or changes its name, roles, organisation or password; a changed one is signed out everywhere.</summary>
[Needs(Permission.ManageAccounts)]
public sealed record SaveAccount : ICommand<AccountView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Made from the password before the command is sent; null keeps the one there is.</summary>
    [JsonIgnore]
    public string? PasswordHash { get; init; }

    public string? UserName { get; init; }

    public string? DisplayName { get; init; }

    public IReadOnlyList<Role>? Roles { get; init; }

    public Guid? OrganisationId { get; init; }

    public Guid? MediatorId { get; init; }

    /// <summary>At least 8 characters (12 for an administrator) of 3 kinds; needed for a new account.</summary>
    public string? Password { get; init; }
}

sealed class SaveAccountValidator : AbstractValidator<SaveAccount>
{
    public SaveAccountValidator()
    {
        RuleFor(c => c.Id).NotEmpty();
        RuleFor(c => c.UserName).NotEmpty().Matches("^[A-Za-z0-9._-]{2,50}$").WithMessage("2 to 50 letters, digits, dots, dashes.");
        RuleFor(c => c.DisplayName).NotEmpty().MaximumLength(50);
        RuleFor(c => c.Roles).NotEmpty();
        RuleFor(c => c.OrganisationId).NotEmpty();
        RuleFor(c => c.Password).MaximumLength(200);
        RuleFor(c => c.Password).Custom((password, context) =>
        {
            var isAdmin = context.InstanceToValidate.Roles?.Contains(Role.SysAdmin) ?? false;
            if (password is not null && PasswordRule.Fault(context.InstanceToValidate.UserName ?? "", password, isAdmin) is { } fault)
                context.AddFailure(fault);
        });
    }
}

sealed class SaveAccountHandler(CurrentUser user, AccountStore accounts, OrganisationStore organisations, MediatorStore mediators)
    : ICommandHandler<SaveAccount, AccountView>
{
    public async Task<AccountView> Handle(SaveAccount command, CancellationToken ct)
    {
        var organisation = await organisations.Get(command.OrganisationId!.Value, ct);
        if (organisation is null || !user.Account.Area.Holds(organisation.Area))
            throw new RuleViolationException("organisation.unknown", "There is no such organisation in your area.", "registry", "organisationId");
        if (command.MediatorId is { } mediatorId && await mediators.Get(mediatorId, ct) is null)
            throw new RuleViolationException("mediator.unknown", "There is no such mediator.", "registry", "mediatorId");
        if (await accounts.ByName(command.UserName!, ct) is { } namesake && namesake.Id != command.Id)
            throw new ConflictException("account.name-taken", "This user name is taken.");
        var known = await accounts.ById(command.Id, ct);
        if (known is not null && !user.Account.Area.Holds(known.ToAccount().Area))
            throw new NotFoundException("The account");
        var hash = command.PasswordHash ?? known?.PasswordHash
            ?? throw new RuleViolationException("password.missing", "A new account needs a password.", "access", "password");
        await accounts.Save(command.Id, command.UserName!, command.DisplayName!, command.Roles!.Distinct(), organisation.Id, command.MediatorId, hash);
        return AccountView.Of((await accounts.ById(command.Id, ct))!);
    }
}
