using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Operations;

/// <summary>Holds the database against what the program's migrations make: which ran, and which tables, indexes and triggers there are.</summary>
/// <param name="Tell">How far it is.</param>
/// <param name="Pages">SQLite's own look at its file too, which reads all of it.</param>
public sealed record VerifySchema(TellProgress Tell, bool Pages = true) : IQuery<CheckOutcome>;

/// <summary>The districts that have disputes, each of which is verified by itself.</summary>
public sealed record ListDistricts : IQuery<IReadOnlyList<long>>;

sealed class VerifySchemaHandler(SchemaReader schema, DbSession db) : IQueryHandler<VerifySchema, CheckOutcome>, IQueryHandler<ListDistricts, IReadOnlyList<long>>
{
    public async Task<CheckOutcome> Handle(VerifySchema query, CancellationToken ct)
    {
        var count = new CheckCount("schema", null, query.Tell);
        var (expected, ran) = (schema.Migrations, await schema.Ran(ct));
        foreach (var name in expected.Except(ran))
            count.Fault($"migration {name} has not run");
        foreach (var name in ran.Except(expected))
            count.Fault($"migration {name} is of a newer program");
        count.Look(expected.Count);
        var there = (await schema.Parts(ct)).ToHashSet();
        foreach (var part in schema.Expected)
        {
            if (!there.Contains(part))
                count.Fault($"{part.Kind} {part.Name}{(part.On.Length > 0 ? $" on {part.On}" : "")} is not there, or not at work");
            count.Look();
        }
        foreach (var fault in query.Pages ? await schema.Damage(ct) : [])
            count.Fault(fault);
        return count.Outcome;
    }

    // By hops along the key: a district has millions of rows.
    public async Task<IReadOnlyList<long>> Handle(ListDistricts query, CancellationToken ct)
    {
        var districts = new SortedSet<long>(await db.Query<long>("select distinct district_code from tally", ct: ct));
        for (long after = 0; await db.Find<long?>("select min(district_code) from dispute where district_code > @after", new { after }, ct) is { } district; after = district)
            districts.Add(district);
        return [.. districts];
    }
}
