using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Data;

/// <summary>The tree of areas; a code once known is never removed.</summary>
[Scoped]
public sealed class AreaStore(DbSession db, ReferenceCache cache)
{
    const int Batch = 10_000;

    /// <summary>Stands for "since when is not known"; no division code is older than the People's Republic.</summary>
    static readonly DateOnly Beginning = new(1949, 10, 1);

    const string Columns = "select code, name, parent, valid_from, valid_to, successor, sample from area";

    // One text in and one statement a batch: the engines unpack the rows themselves, which is many times faster than a call a row.
    const string SqliteRows =
        """
        select value ->> 'code' as code, value ->> 'name' as name, value ->> 'parent' as parent, value ->> 'level' as level,
            value ->> 'validFrom' as valid_from, value ->> 'validTo' as valid_to,
            value ->> 'successor' as successor, value ->> 'sample' as sample
        from json_each(@rows)
        """;

    const string PostgresRows =
        """
        select code, name, parent, level, "validFrom" as valid_from, "validTo" as valid_to, successor, sample
        from json_to_recordset(cast(@rows as json)) as line (
            code bigint, name text, parent bigint, level text, "validFrom" date, "validTo" date, successor bigint, sample smallint)
        """;

    const string Into =
        """
        insert into area (code, name, parent, level, valid_from, valid_to, successor, sample)
        select code, name, parent, level, coalesce(valid_from, @Beginning), valid_to, successor, coalesce(sample, 0)
        from (
        """;

    // What a file does not say it does not change.
    const string Update =
        """
        ) as incoming
        where true
        on conflict (code) do update set
            name = excluded.name,
            parent = coalesce(excluded.parent, area.parent),
            valid_from = case when excluded.valid_from = @Beginning then area.valid_from else excluded.valid_from end,
            valid_to = case when @validTo = 1 then excluded.valid_to else area.valid_to end,
            successor = case when @successor = 1 then excluded.successor else area.successor end,
            sample = case when @sample = 1 then excluded.sample else area.sample end
        """;

    public async Task<IReadOnlySet<AreaCode>> Codes(CancellationToken ct = default) =>
        (await db.Query<long>("select code from area", ct: ct)).Select(code => new AreaCode(code)).ToHashSet();

    public Task<long> Count(CancellationToken ct = default) => db.Find<long>("select count(*) from area", ct: ct);

    public async Task<Area?> Find(AreaCode code, CancellationToken ct = default) => await cache.Get(
        db, code, async () => (await db.Find<Row>($"{Columns} where code = @code", new { code = code.Value }, ct))?.ToArea(), ct);

    /// <summary>The divisions above, the widest first.</summary>
    public async Task<IReadOnlyList<Area>> Above(AreaCode code, CancellationToken ct = default) => Areas(await db.Query<Row>(
        $"{Columns} where code in (@province, @city, @district, @town) and code < @code order by code",
        new { province = code.Province.Value, city = code.City.Value, district = code.District.Value, town = code.Town.Value, code = code.Value }, ct));

    /// <summary>The areas of a range that exist on a day and bear such a name, in the order of their codes.</summary>
    public async Task<IReadOnlyList<Area>> Search(AreaSearch search, CancellationToken ct = default) => Areas(await db.Query<Row>(
        $"""
        {Columns}
        where code >= @From and code < @Until and code > @After
          and (@Level = '' or level = @Level)
          and lower(name) like @Name escape '\'
          and valid_from <= @At and (valid_to is null or valid_to >= @At)
        order by code
        limit @Take
        """, search, ct));

    /// <summary>Adds what is new and puts right what is known, all in the caller's transaction.</summary>
    public async Task Merge(IReadOnlyList<Area> areas, AreaColumns given)
    {
        var sql = $"{Into}{(db.IsSqlite ? SqliteRows : PostgresRows)}{Update}";
        // In the order of their codes, so that two imports at once wait for each other and never both.
        foreach (var batch in areas.OrderBy(area => area.Code).Chunk(Batch))
        {
            await db.Execute(sql, new
            {
                rows = StorageJson.Write(batch.Select(Line.Of)),
                Beginning,
                validTo = given.ValidTo ? 1 : 0,
                successor = given.Successor ? 1 : 0,
                sample = given.Sample ? 1 : 0,
            });
        }
    }

    static IReadOnlyList<Area> Areas(IEnumerable<Row> rows) => [.. rows.Select(row => row.ToArea())];

    sealed record Line(long Code, string Name, long? Parent, string Level, DateOnly? ValidFrom, DateOnly? ValidTo, long? Successor, int Sample)
    {
        public static Line Of(Area area) => new(
            area.Code.Value, area.Name, area.Parent?.Value, area.Level.ToString(), area.ValidFrom, area.ValidTo,
            area.Successor?.Value, area.Sample ? 1 : 0);
    }

    sealed record Row
    {
        public required long Code { get; init; }

        public required string Name { get; init; }

        public long? Parent { get; init; }

        public required DateOnly ValidFrom { get; init; }

        public DateOnly? ValidTo { get; init; }

        public long? Successor { get; init; }

        public required int Sample { get; init; }

        public Area ToArea() => new()
        {
            Code = new AreaCode(Code),
            Name = Name,
            Parent = CodeOrNull(Parent),
            ValidFrom = ValidFrom == Beginning ? null : ValidFrom,
            ValidTo = ValidTo,
            Successor = CodeOrNull(Successor),
            Sample = Sample == 1,
        };

        static AreaCode? CodeOrNull(long? value) => value is { } code ? new AreaCode(code) : null;
    }
}

/// <summary>Which of the optional columns a file has.</summary>
public sealed record AreaColumns(bool ValidTo, bool Successor, bool Sample);

/// <summary>What is searched: codes from and until, after a place in the list, a level, a pattern of the name, a day.</summary>
public sealed record AreaSearch(long From, long Until, long After, string Level, string Name, DateOnly At, int Take);
