using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Parties;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>A side of many: its head-count, its roster as a photo or by name, and who speaks for it (民事诉讼法 56, 劳动争议调解仲裁法 7).</summary>
[Needs(Permission.Mediate)]
public sealed record ChangeGroup : DisputeCommand
{
    /// <summary>Of a new group chosen by the client; a known one is changed.</summary>
    public Guid? Id { get; init; }

    public PartySide? Side { get; init; }

    /// <summary>All of them, also those who are not named.</summary>
    public int? HeadCount { get; init; }

    public Guid? RosterAttachmentId { get; init; }

    /// <summary>Left out, those who are known stay.</summary>
    public IReadOnlyList<MemberBody>? Members { get; init; }

    /// <summary>Parties who speak for the group; more than five warns.</summary>
    public IReadOnlyList<Guid>? RepresentativeIds { get; init; }
}

public sealed record MemberBody
{
    public Guid? Id { get; init; }

    public string? Name { get; init; }

    public string? IdNumber { get; init; }

    public string? Phone { get; init; }
}

sealed class MemberValidator : AbstractValidator<MemberBody>
{
    public MemberValidator()
    {
        RuleFor(m => m.Id).NotEqual(Guid.Empty).WithErrorCode("required").WithMessage("An id, or none.");
        RuleFor(m => m.Name).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("length");
        RuleFor(m => m.IdNumber).MaximumLength(40).WithErrorCode("length");
        RuleFor(m => m.Phone).MaximumLength(40).WithErrorCode("length");
    }
}

sealed class ChangeGroupValidator : DisputeCommandValidator<ChangeGroup>
{
    public ChangeGroupValidator()
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required").NotEqual(Guid.Empty).WithErrorCode("required").WithMessage("An id that is one.");
        RuleFor(c => c.Side).NotNull().WithErrorCode("required");
        RuleFor(c => c.HeadCount).NotNull().WithErrorCode("required").InclusiveBetween(1, 999_999).WithErrorCode("range");
        RuleFor(c => c.Members).Must(m => m is null || m.Count <= RosterFile.Longest).WithErrorCode("length").WithMessage("At most 2,000.");
        RuleForEach(c => c.Members).SetValidator(new MemberValidator());
        RuleFor(c => c.Members).Must(m => m is null || m.Where(one => one.Id is not null).GroupBy(one => one.Id).All(same => same.Count() == 1))
            .WithErrorCode("range").WithMessage("Two members have the same id.");
        RuleFor(c => c.RepresentativeIds).Must(ids => ids is null || ids.Count <= 200).WithErrorCode("length").WithMessage("At most 200.");
    }
}

sealed class ChangeGroupHandler(DisputeDesk desk) : DisputeCommandHandler<ChangeGroup>(desk)
{
    protected override Task Act(ChangeGroup command, Dispute dispute, Step step)
    {
        var before = dispute.File.Groups.FirstOrDefault(g => g.Id == command.Id);
        dispute.ChangeGroup(new PartyGroup
        {
            Id = command.Id!.Value, Side = command.Side!.Value, HeadCount = command.HeadCount!.Value, RosterId = command.RosterAttachmentId ?? before?.RosterId,
            Members = command.Members is { } members ? [.. members.Select(ToMember)] : before?.Members ?? [],
            RepresentativeIds = [.. (command.RepresentativeIds ?? before?.RepresentativeIds ?? []).Distinct()],
        }, step);
        return Task.CompletedTask;
    }

    static GroupMember ToMember(MemberBody body) => new()
    {
        Id = body.Id ?? Guid.CreateVersion7(), Name = body.Name!.Trim(), IdNumber = string.IsNullOrWhiteSpace(body.IdNumber) ? null : ResidentId.Normalise(body.IdNumber),
        Phone = string.IsNullOrWhiteSpace(body.Phone) ? null : Phone.Normalise(body.Phone),
    };
}
