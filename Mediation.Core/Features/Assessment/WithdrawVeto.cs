using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>Takes a flag back that was wrong; it stays to be seen, and results that were frozen with it keep it.</summary>
[Needs(Permission.Assess)]
public sealed record WithdrawVeto : ICommand<VetoView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    public string? Reason { get; init; }
}

sealed class WithdrawVetoValidator : AbstractValidator<WithdrawVeto>
{
    public WithdrawVetoValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
    }
}

sealed class WithdrawVetoHandler(AssessmentDesk desk, VetoStore vetoes, VetoReader reader) : ICommandHandler<WithdrawVeto, VetoView>
{
    public async Task<VetoView> Handle(WithdrawVeto command, CancellationToken ct)
    {
        var replay = await desk.IsReplay(command.CommandId, command.Digest);
        if (await vetoes.FindForChange(desk.District, command.Id) is not { } flag || !desk.Account.Area.Holds(flag.Area))
            throw new NotFoundException("The flag");
        if (replay)
            return await reader.View(flag, ct);
        var withdrawn = flag.Withdraw(command.Reason!.Trim(), desk.Hand);
        await vetoes.Save(withdrawn);
        await desk.Log(command.CommandId, command.Digest);
        return await reader.View(withdrawn, ct);
    }
}
