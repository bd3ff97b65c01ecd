using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Accounts;

/// <summary>Blocks an account, or lets it in again; it is never deleted, for old entries keep their author.</summary>
[Needs(Permission.ManageAccounts)]
public sealed record BlockAccount : ICommand<AccountView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public bool? Blocked { get; init; }

    public string? Reason { get; init; }
}

sealed class BlockAccountValidator : AbstractValidator<BlockAccount>
{
    public BlockAccountValidator()
    {
        RuleFor(c => c.Blocked).NotNull();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(200);
    }
}

sealed class BlockAccountHandler(CurrentUser user, AccountStore accounts, TimeProvider clock) : ICommandHandler<BlockAccount, AccountView>
{
    public async Task<AccountView> Handle(BlockAccount command, CancellationToken ct)
    {
        if (await accounts.ById(command.Id, ct) is not { } known || !user.Account.Area.Holds(known.ToAccount().Area))
            throw new NotFoundException("The account");
        if (command.Id == user.Account.Id)
            throw new RuleViolationException("account.own", "Nobody blocks his own account.", "access", "blocked");
        await accounts.Block(command.Id, command.Blocked == true ? clock.GetUtcNow() : null, command.Reason!);
        return AccountView.Of((await accounts.ById(command.Id, ct))!);
    }
}
