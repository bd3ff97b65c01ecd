using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Organisations;

/// <summary>Issues serials for pre-printed blanks to a committee, in one range without a gap.</summary>
[Needs(Permission.Mediate, Permission.ManageRegistry)]
public sealed record IssueFormSerials : ICommand<IssuedSerials>
{
    [JsonIgnore]
    public Guid OrganisationId { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    /// <summary>The paper that is printed.</summary>
    public PaperKind? Kind { get; init; }

    /// <summary>1 to 500 sheets.</summary>
    public int? Count { get; init; }
}

/// <summary>A range of blanks; the serials between first and last lie in it.</summary>
public sealed record IssuedSerials(PaperKind Kind, int Count, string First, string Last);

sealed class IssueFormSerialsValidator : AbstractValidator<IssueFormSerials>
{
    public IssueFormSerialsValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        RuleFor(c => c.Count).NotNull().WithErrorCode("required");
        RuleFor(c => c.Count).InclusiveBetween(1, 500).WithErrorCode("range");
    }
}

sealed class IssueFormSerialsHandler(BlankDesk desk, FormSerialStore serials, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<IssueFormSerials, IssuedSerials>
{
    public async Task<IssuedSerials> Handle(IssueFormSerials command, CancellationToken ct)
    {
        var committee = await desk.Committee(command.OrganisationId, ct);
        var (kind, count) = (command.Kind!.Value, command.Count!.Value);
        if (await desk.Replayed(command.CommandId, command.Digest) is { } last)
            return Answer(kind, await serials.List(committee.Area.District.Value, committee.Id, null, last - count, count, ct));
        if (!committee.IsCommittee)
            throw new RuleViolationException("form-serial.no-committee", "Blanks are a committee's; a centre mediates through its committee.", "domain 6", "kind");
        var now = clock.GetUtcNow();
        var issued = await serials.Issue(committee, kind, count, Shanghai.DateOf(now));
        // The last number is what a replay needs to tell the same range again.
        await commands.Add(command.CommandId, user.Account.Id, command.Digest, disputeId: null, issued[^1].Number, now);
        return Answer(kind, issued);
    }

    static IssuedSerials Answer(PaperKind kind, IReadOnlyList<FormSerialRow> issued) => new(kind, issued.Count, issued[0].Text, issued[^1].Text);
}
