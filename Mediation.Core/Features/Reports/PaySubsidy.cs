using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>Notes the subsidy of a matter as paid: once for ever, and only for a closing that was sealed, performed and complete on paper.</summary>
[Needs(Permission.ReviewDossiers)]
public sealed record PaySubsidy : ICommand<SubsidyPaid>
{
    public Guid CommandId { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid DisputeId { get; init; }

    /// <summary>The sealed month in whose reports the closing stands.</summary>
    public string? Month { get; init; }

    public string? Note { get; init; }
}

sealed class PaySubsidyValidator : AbstractValidator<PaySubsidy>
{
    public PaySubsidyValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.DisputeId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Month).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Month).Must(month => string.IsNullOrEmpty(month) || GetMonthlyReportValidator.MonthOf(month) is not null)
            .WithErrorCode("format").WithMessage("A month as yyyy-MM, from 2000-01 on.");
        RuleFor(c => c.Note).MaximumLength(500).WithErrorCode("length");
    }
}

sealed class PaySubsidyHandler(
    SubsidyStore subsidies, DisputeStore disputes, CommandLog commands, CurrentUser user, DbSession db, ReferenceData reference, TimeProvider clock)
    : ICommandHandler<PaySubsidy, SubsidyPaid>
{
    const string Basis = "domain 3.2 (以案定补)";

    public async Task<SubsidyPaid> Handle(PaySubsidy command, CancellationToken ct)
    {
        // Locked first: on PostgreSQL the same payment may be under way.
        if (!user.Account.SeesArea || await disputes.FindForChange(command.DisputeId) is not { } dispute || !user.Account.Area.Holds(dispute.File.Area))
            throw new NotFoundException("The dispute");
        var (file, now) = (dispute.File, clock.GetUtcNow());
        var paid = await subsidies.Find(file.Area.District, file.Id, ct);
        if (await commands.Find(command.CommandId) is { } known)
            return known.Is(user.Account.Id, command.Digest) && paid is not null
                ? SubsidyPaid.Of(paid)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        if (paid is not null)
            throw new RuleViolationException("subsidy.paid", $"It was paid in {FilingDesk.MonthText(paid.Month)}; a dispute is paid once.", Basis, "disputeId");
        var month = Tallies.MonthOf(GetMonthlyReportValidator.MonthOf(command.Month)!.Value);
        if (!await subsidies.IsClosed(file.Area, month, file.Id, ct))
            throw new RuleViolationException("subsidy.not-sealed", "The matter's closing stands in no sealed report of this month.", Basis, "month");
        var due = Subsidy.Of(file, (await reference.ReportDefinition(db, ct)).Measures!);
        if (due.Obstacle is { } obstacle)
            throw new RuleViolationException("subsidy.not-due", $"Not due: {obstacle}.", Basis, "disputeId");
        var payment = new SubsidyPayment
        {
            DisputeId = file.Id, Month = month, Kind = due.Kind.ToString(), Fen = (long)(due.Amount * 100), PaidBy = user.Account.DisplayName, PaidAt = now,
            Note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim(),
        };
        await subsidies.Pay(file.Area.District, payment, due.OrganisationId, due.MediatorId, user.Account.Id);
        await commands.Add(command.CommandId, user.Account.Id, command.Digest, disputeId: null, version: 1, now);
        return SubsidyPaid.Of(payment);
    }
}
