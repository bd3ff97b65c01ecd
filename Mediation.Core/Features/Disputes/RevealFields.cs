using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Shows ids, phones and addresses for a written reason; it is logged for the auditor before it is answered.</summary>
[Needs(Permission.Reveal)]
public sealed record RevealFields : ICommand<RevealedFields>
{
    [JsonIgnore]
    public Guid DisputeId { get; init; }

    public Guid CommandId { get; init; }

    /// <summary>idNumber, phone, address, contact; or parties.{id}.{field} for one party only, members.{id}.{field} for one of many.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    public string? Reason { get; init; }
}

/// <summary>The unmasked values, by party.</summary>
public sealed record RevealedFields(IReadOnlyList<RevealedParty> Parties)
{
    /// <summary>Of groups: those who were asked for, one by one.</summary>
    public IReadOnlyList<RevealedMember> Members { get; init; } = [];
}

public sealed record RevealedParty(Guid Id, string? Name, string? IdNumber, string? Phone, string? Address, string? Contact)
{
    /// <summary>Their phones go with the party's.</summary>
    public IReadOnlyList<RevealedAgent> Agents { get; init; } = [];
}

public sealed record RevealedAgent(Guid Id, string Name, string? Phone);

public sealed record RevealedMember(Guid Id, string Name, string? IdNumber, string? Phone);

sealed class RevealFieldsValidator : AbstractValidator<RevealFields>
{
    public static readonly string[] Known = ["idNumber", "phone", "address", "contact"];

    public RevealFieldsValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
        RuleFor(c => c.Fields).NotEmpty().Must(f => f is null || f.Count <= 100).WithMessage("At most 100.");
        RuleForEach(c => c.Fields).MaximumLength(100).WithErrorCode("length").Must(f => Known.Contains(f?.Split('.')[^1])).WithMessage("One of idNumber, phone, address, contact.");
    }
}

sealed class RevealFieldsHandler(CurrentUser user, DisputeDesk desk, AccessLog log, TimeProvider clock) : ICommandHandler<RevealFields, RevealedFields>
{
    public async Task<RevealedFields> Handle(RevealFields command, CancellationToken ct)
    {
        var file = (await desk.Load(command.DisputeId)).File;
        var asked = command.Fields!;
        bool Wants(Party party, string field) => asked.Contains(field) || asked.Contains($"parties.{party.Id}.{field}");
        bool Asked(GroupMember member, string field) => asked.Contains($"members.{member.Id}.{field}");
        await log.Add(new AccessRow
        {
            Id = Guid.CreateVersion7(), At = clock.GetUtcNow(), AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = "Reveal",
            DistrictCode = file.Area.District.Value, DisputeId = file.Id, Detail = $"{string.Join(',', asked)}: {command.Reason}",
        });
        var sight = new DisputeSight(file, user.Account);
        return new RevealedFields([.. file.Parties.Where(p => !sight.Hides(p)).Select(p => new RevealedParty(
            p.Id, p.Name, Wants(p, "idNumber") ? p.IdNumber : null, Wants(p, "phone") ? p.Phone : null, Wants(p, "address") ? p.Address : null,
            Wants(p, "contact") ? p.Contact : null)
        {
            Agents = Wants(p, "phone") ? [.. p.Agents.Select(a => new RevealedAgent(a.Id, a.Name, a.Phone))] : [],
        })])
        {
            Members = [.. file.Groups.Where(g => sight.SeesMembers).SelectMany(g => g.Members).Where(m => Asked(m, "idNumber") || Asked(m, "phone"))
                .Select(m => new RevealedMember(m.Id, m.Name, Asked(m, "idNumber") ? m.IdNumber : null, Asked(m, "phone") ? m.Phone : null))],
        };
    }
}
