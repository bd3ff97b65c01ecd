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

    /// <summary>idNumber, phone, address, contact; or parties.{id}.{field} for one party only.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    public string? Reason { get; init; }
}

/// <summary>The unmasked values, by party.</summary>
public sealed record RevealedFields(IReadOnlyList<RevealedParty> Parties);

public sealed record RevealedParty(Guid Id, string? Name, string? IdNumber, string? Phone, string? Address, string? Contact);

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
        await log.Add(new AccessRow
        {
            Id = Guid.CreateVersion7(), At = clock.GetUtcNow(), AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = "Reveal",
            DistrictCode = file.Area.District.Value, DisputeId = file.Id, Detail = $"{string.Join(',', asked)}: {command.Reason}",
        });
        var sight = new DisputeSight(file, user.Account);
        return new RevealedFields([.. file.Parties.Where(p => !sight.Hides(p)).Select(p => new RevealedParty(
            p.Id, p.Name, Wants(p, "idNumber") ? p.IdNumber : null, Wants(p, "phone") ? p.Phone : null, Wants(p, "address") ? p.Address : null,
            Wants(p, "contact") ? p.Contact : null))]);
    }
}
