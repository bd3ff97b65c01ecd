using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.FrontDesk;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.FrontDesk;

/// <summary>
/// Takes a list of another office (12345, police, court, petition office) from a CSV, whole or not at all; refused lines come as `rows`. With `check=true`
/// nothing is taken: it only says whether it would be. What is on the log by its number there is refused, so that a list is not taken twice.
/// </summary>
[Needs(Permission.Register)]
public sealed record ImportReferrals : ICommand<ImportedReferrals>
{
    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    [JsonIgnore]
    public bool CheckOnly { get; init; }

    public Guid CommandId { get; init; }

    /// <summary>Who sent the list.</summary>
    public DeskSource? Source { get; init; }

    /// <summary>Columns number, receivedOn, kind and brief, and where wanted area, dueOn, type, visitor and phone; up to 1,000 lines.</summary>
    public string? Csv { get; init; }
}

/// <summary>How many lines there were, and whether they were taken.</summary>
public sealed record ImportedReferrals(int Rows, bool Taken);

sealed class ImportReferralsValidator : AbstractValidator<ImportReferrals>
{
    const int LongestText = 400_000;

    public ImportReferralsValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Source).NotNull().WithErrorCode("required");
        RuleFor(c => c.Source).Must(source => source is null or { IsReferral: true }).WithErrorCode("range").WithMessage("An office that sends lists.");
        RuleFor(c => c.Csv).NotEmpty().WithErrorCode("required").MaximumLength(LongestText).WithErrorCode("length");
    }
}

sealed class ImportReferralsHandler(
    DeskStore visits, VisitIntake intake, OrganisationStore organisations, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<ImportReferrals, ImportedReferrals>
{
    public async Task<ImportedReferrals> Handle(ImportReferrals command, CancellationToken ct)
    {
        var (account, now) = (user.Account, clock.GetUtcNow());
        _ = await organisations.FindForChange(account.OrganisationId);
        if (await commands.Find(command.CommandId) is { } known)
            return known.Is(account.Id, command.Digest) ? new ImportedReferrals(known.Version, Taken: true)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        var lines = ReferralFile.Read(command.Csv!, command.Source!.Value, Shanghai.DateOf(now.AddHours(24)));
        var faults = new List<ImportFault>();
        foreach (var (line, told) in lines)
        {
            if (!account.Area.Holds(told.AreaCode ?? account.Area) || told.AreaCode is { } area && !await organisations.KnowsArea(area))
                faults.Add(new ImportFault(line, "area", "unknown"));
            if (await visits.Knows(account.Area.District, command.Source.Value, told.OutsideNumber!))
                faults.Add(new ImportFault(line, "number", "known"));
        }
        if (faults.Count > 0)
            throw new ImportException(faults);
        if (command.CheckOnly)
            return new ImportedReferrals(lines.Count, Taken: false);
        foreach (var (_, told) in lines)
            await intake.Add(Guid.CreateVersion7(), told, told.AreaCode ?? account.Area, now);
        await commands.Add(command.CommandId, account.Id, command.Digest, disputeId: null, version: lines.Count, now);
        return new ImportedReferrals(lines.Count, Taken: true);
    }
}
