using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>Writes the words of a monthly report's narrative: hot spots, forecast, measures; no names of parties belong there.</summary>
[Needs(Permission.Register)]
public sealed record WriteReportNarrative : ICommand<FilingPage>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    public int? BaseVersion { get; init; }

    public string? HotSpots { get; init; }

    public string? Forecast { get; init; }

    /// <summary>One sentence or paragraph each, up to 20.</summary>
    public IReadOnlyList<string>? Measures { get; init; }
}

sealed class WriteReportNarrativeValidator : AbstractValidator<WriteReportNarrative>
{
    public WriteReportNarrativeValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.BaseVersion).NotNull().WithErrorCode("required");
        RuleFor(c => c.BaseVersion).GreaterThan(0).WithErrorCode("range");
        RuleFor(c => c.HotSpots).MaximumLength(4_000).WithErrorCode("length");
        RuleFor(c => c.Forecast).MaximumLength(4_000).WithErrorCode("length");
        RuleFor(c => c.Measures).Must(measures => measures is null || measures.Count <= 20).WithErrorCode("length").WithMessage("At most 20.");
        RuleForEach(c => c.Measures).NotEmpty().WithErrorCode("required").MaximumLength(1_000).WithErrorCode("length");
    }
}

sealed class WriteReportNarrativeHandler(FilingStore filings, FilingDesk desk, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<WriteReportNarrative, FilingPage>
{
    public async Task<FilingPage> Handle(WriteReportNarrative command, CancellationToken ct)
    {
        var found = await desk.Load(command.Id, ct);
        await filings.Lock(found.Filing.Area.District, found.Filing.Month);
        found = await desk.Load(command.Id, ct);
        if (await commands.Find(command.CommandId) is { } known)
            return known.Is(user.Account.Id, command.Digest)
                ? await desk.Page(found, ct)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        if (!desk.MayFill(found.Filing.Area))
            throw new ForbiddenException("report.not-your-turn", "Another unit or another role takes this step.");
        if (command.BaseVersion != found.Version)
            throw new StaleException("report.stale", await desk.Page(found, ct));
        var written = found.Filing.Write(new FilingNarrative(Text(command.HotSpots), Text(command.Forecast), [.. (command.Measures ?? []).Select(text => text.Trim())]));
        var version = await filings.Save(written, found.Version);
        await commands.Add(command.CommandId, user.Account.Id, command.Digest, disputeId: null, version, clock.GetUtcNow());
        return await desk.Page(new FiledReport(written, version), ct);
    }

    static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
