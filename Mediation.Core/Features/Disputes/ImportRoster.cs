using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Takes the roster of a group from a CSV, whole or not at all; refused lines come as `rows`. Who was on it before keeps the own yes that was given.</summary>
[Needs(Permission.Mediate)]
public sealed record ImportRoster : DisputeCommand
{
    [JsonIgnore]
    public Guid GroupId { get; init; }

    /// <summary>Columns name and, where wanted, idNumber and phone; up to 2,000 lines.</summary>
    public string? Csv { get; init; }
}

sealed class ImportRosterValidator : DisputeCommandValidator<ImportRoster>
{
    const int LongestText = 400_000;

    public ImportRosterValidator()
    {
        RuleFor(c => c.GroupId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Csv).NotEmpty().WithErrorCode("required").MaximumLength(LongestText).WithErrorCode("length");
    }
}

sealed class ImportRosterHandler(DisputeDesk desk) : DisputeCommandHandler<ImportRoster>(desk)
{
    protected override Task Act(ImportRoster command, Dispute dispute, Step step)
    {
        _ = DisputeLifecycle.After(dispute.File.Status, DisputeAction.ChangeGroup);
        var group = dispute.RequireGroup(command.GroupId);
        var known = group.Members.GroupBy(m => (m.Name, m.IdNumber)).ToDictionary(same => same.Key, same => same.First());
        var read = RosterFile.Read(command.Csv!);
        dispute.ChangeGroup(group with
        {
            Members = [.. read.Select(m => known.TryGetValue((m.Name, m.IdNumber), out var before) ? m with { Id = before.Id, WaivedOn = before.WaivedOn } : m)],
        }, step);
        return Task.CompletedTask;
    }
}
