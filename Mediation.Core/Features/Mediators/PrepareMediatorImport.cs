using System.Text;
using System.Text.Json;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Mediators;

/// <summary>Reads and checks a mediator file outside the transaction; one bad line and nothing is taken.</summary>
[Needs(Permission.ManageRegistry)]
public sealed record PrepareMediatorImport(ReadOnlyMemory<byte> Csv) : IQuery<TakeMediators>;

sealed class ImportedMediatorValidator : MediatorFieldsValidator<MediatorFields>;

sealed class PrepareMediatorImportHandler(MediatorStore mediators, OrganisationStore organisations, CurrentUser user, TimeProvider clock)
    : IQueryHandler<PrepareMediatorImport, TakeMediators>
{
    const int Longest = 5_000;
    static readonly ImportedMediatorValidator Shape = new();

    readonly List<ImportFault> faults = [];
    readonly List<PreparedMediator> prepared = [];
    readonly Dictionary<Guid, List<RegisteredMediator>> known = [];
    readonly HashSet<object> seen = [];

    public async Task<TakeMediators> Handle(PrepareMediatorImport query, CancellationToken ct)
    {
        var csv = MediatorCsv.Read(Encoding.UTF8.GetString(query.Csv.Span));
        faults.AddRange(csv.Faults);
        if (csv.Rows.Count > Longest)
            throw new ImportException([new ImportFault(csv.Rows[Longest].Line, "", "too-many")]);
        var within = await organisations.Within(user.Account.Area, ct);
        var (ids, names) = (within.ToDictionary(one => one.Id), within.ToLookup(one => one.ShortName));
        foreach (var row in csv.Rows)
            if (Single(row, Guid.TryParse(row.Organisation, out var id) && ids.TryGetValue(id, out var one) ? [one] : [.. names[row.Organisation]]) is { } organisation)
                await Check(row, organisation, csv, ct);
        return faults.Count == 0 ? new TakeMediators(prepared) : throw new ImportException([.. faults.Distinct().OrderBy(fault => fault.Line)]);
    }

    Organisation? Single(MediatorCsvRow row, IReadOnlyList<Organisation> found)
    {
        if (found.Count != 1)
            Refuse(row, "organisation", row.Organisation.Length == 0 ? "required" : found.Count == 0 ? "unknown" : "ambiguous");
        return found.Count == 1 ? found[0] : null;
    }

    async Task Check(MediatorCsvRow row, Organisation organisation, MediatorCsv csv, CancellationToken ct)
    {
        var (before, clear) = await Known(row, organisation, ct);
        if (!clear)
            return;
        var fields = MediatorImportMerge.Of(row.Fields, before?.Mediator, csv.Has) with { OrganisationId = organisation.Id };
        var failures = Shape.Validate(fields).Errors;
        foreach (var failure in failures)
            Refuse(row, JsonNamingPolicy.CamelCase.ConvertName(failure.PropertyName), failure.ErrorCode);
        if (before is { OpenCases: > 0 } && before.Mediator.OrganisationId != organisation.Id)
            Refuse(row, "organisation", "mediator.desk-open");
        object key = before?.Id ?? row.Id ?? (object)(organisation.Id, fields.CertificateNumber ?? fields.Name);
        if (!seen.Add(key))
            Refuse(row, row.Id is null ? "name" : "id", "duplicate");
        if (failures.Count > 0)
            return;
        var now = clock.GetUtcNow();
        var wanted = fields.ToMediator(before?.Id ?? row.Id ?? Guid.CreateVersion7(now), before?.Mediator, Shanghai.DateOf(now));
        prepared.Add(new PreparedMediator(wanted, organisation.Area, before?.Version ?? 0, before is not null && MediatorStore.Same(wanted, before.Mediator)));
    }

    /// <summary>The same person as before: by id, else by certificate, else by name where no other certificate speaks against it.</summary>
    async Task<(RegisteredMediator? Before, bool Clear)> Known(MediatorCsvRow row, Organisation organisation, CancellationToken ct)
    {
        if (!known.TryGetValue(organisation.Id, out var there))
            known[organisation.Id] = there = [.. await mediators.OfOrganisation(organisation.Id, ct)];
        if (row.Id is { } id)
        {
            var found = await mediators.Read(id, ct);
            var fault = found is not null
                ? user.Account.Area.Holds(found.Area) ? null : "taken"
                : there.Any(one => one.Mediator.Name == row.Fields.Name && one.Mediator.CertificateNumber == row.Fields.CertificateNumber) ? "known" : null;
            if (fault is not null)
                Refuse(row, "id", fault);
            return (found, fault is null);
        }
        var number = row.Fields.CertificateNumber;
        var matches = number is not null && there.Where(one => one.Mediator.CertificateNumber == number).ToList() is { Count: > 0 } certified
            ? certified
            : [.. there.Where(one => one.Mediator.Name == row.Fields.Name && (number is null || one.Mediator.CertificateNumber is null))];
        if (matches.Count > 1)
            Refuse(row, "name", "ambiguous");
        return (matches.FirstOrDefault(), matches.Count <= 1);
    }

    void Refuse(MediatorCsvRow row, string field, string code) => faults.Add(new ImportFault(row.Line, field, code));
}
