using System.Diagnostics;
using System.Text;
using Mediation.Core.Data;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Features.Areas;
using Mediation.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace Mediation.Tests.Data;

[TestFixture(TestDatabase.Sqlite)]
[TestFixture(TestDatabase.Postgres)]
sealed class AreaStoreTests(string kind)
{
    TestDatabase place = null!;
    IDatabase database = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        place = await TestDatabase.New(kind);
        database = Engines.Open(place.ConnectionString, NullLoggerFactory.Instance);
        database.Migrate();
        database.Start();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await database.DisposeAsync();
        await place.DisposeAsync();
    }

    [Test]
    public async Task A_hundred_thousand_areas_are_taken_in_under_twenty_seconds()
    {
        var csv = Encoding.UTF8.GetBytes(Province(11, 100_000));
        var whole = Stopwatch.StartNew();
        var first = await Import(csv, out var writing);
        TestContext.Out.WriteLine($"{kind}: {whole.Elapsed.TotalSeconds:0.00} s, of which {writing().TotalSeconds:0.00} s writing");
        Assert.That(whole.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
        Assert.That(first, Is.EqualTo(new AreaImport(100_000, 0)));

        whole.Restart();
        Assert.That(await Import(csv, out writing), Is.EqualTo(new AreaImport(0, 100_000)));
        TestContext.Out.WriteLine($"{kind}: {whole.Elapsed.TotalSeconds:0.00} s again, of which {writing().TotalSeconds:0.00} s writing");
        Assert.That(whole.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task What_a_file_does_not_say_it_does_not_change()
    {
        await Import(
            """
            code,name,parent,level,validFrom,validTo,successor,sample
            120101000000,和平区,,district,2001-02-03,,,
            120101001000,旧街道,120101000000,town,2001-02-03,2020-12-31,120101002000,1
            120101002000,新街道,120101000000,town,,,,
            """);

        await Import("code,name,parent,level\n120101000000,和平区,,district\n120101001000,旧街道办,120101000000,town\n");

        var old = await Find("120101001000");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(old!.Name, Is.EqualTo("旧街道办"));
            Assert.That(old.ValidFrom, Is.EqualTo(new DateOnly(2001, 2, 3)));
            Assert.That(old.ValidTo, Is.EqualTo(new DateOnly(2020, 12, 31)));
            Assert.That(old.Successor, Is.EqualTo(new AreaCode(120101002000)));
            Assert.That(old.Sample, Is.True);
            Assert.That((await Find("120101002000"))!.ValidFrom, Is.Null);
        }
    }

    [Test]
    public async Task An_empty_cell_takes_back_an_end_but_not_a_beginning()
    {
        await Import(
            """
            code,name,parent,level,validFrom,validTo,successor
            130101000000,甲区,,district,2001-02-03,2020-12-31,130102000000
            130102000000,乙区,,district,,,
            """);

        await Import("code,name,parent,level,validFrom,validTo,successor\n130101000000,甲区,,district,,,\n");

        var area = await Find("130101000000");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(area!.ValidFrom, Is.EqualTo(new DateOnly(2001, 2, 3)));
            Assert.That(area.ValidTo, Is.Null);
            Assert.That(area.Successor, Is.Null);
        }
    }

    [Test]
    public async Task A_district_hangs_under_a_city_that_is_known_and_stays_there()
    {
        await Import("code,name,parent,level\n140000000000,山西省,,province\n140100000000,太原市,140000000000,city\n");
        await Import("code,name,parent,level\n140105000000,小店区,,district\n");

        Assert.That((await Find("140105000000"))!.Parent, Is.EqualTo(new AreaCode(140100000000)));
        await using var session = new DbSession(database);
        Assert.That((await new AreaStore(session, new ReferenceCache()).Above(new AreaCode(140105000000))).Select(area => area.Name), Is.EqualTo(["山西省", "太原市"]));
    }

    async Task<Area?> Find(string code)
    {
        await using var session = new DbSession(database);
        return await new AreaStore(session, new ReferenceCache()).Find(new AreaCode(long.Parse(code, null)));
    }

    async Task Import(string csv) => await Import(Encoding.UTF8.GetBytes(csv), out _);

    Task<AreaImport> Import(byte[] csv, out Func<TimeSpan> writing)
    {
        var time = new Stopwatch();
        writing = () => time.Elapsed;
        return Go();

        async Task<AreaImport> Go()
        {
            await using var session = new DbSession(database);
            var areas = new AreaStore(session, new ReferenceCache());
            var command = await new ReadAreaFileHandler(areas, session).Handle(new ReadAreaFile(new MemoryStream(csv)), CancellationToken.None);
            time.Start();
            var answer = await database.Write(session, () => new ImportAreasHandler(areas).Handle(command, CancellationToken.None));
            time.Stop();
            return answer;
        }
    }

    /// <summary>A province with one city, whose districts have 99 towns of 99 villages each.</summary>
    static string Province(long number, int rows) => string.Join('\n', Codes(number).Take(rows).Select(Csv).Prepend("code,name,parent,level"));

    static IEnumerable<AreaCode> Codes(long province)
    {
        var city = province * 10_000_000_000 + 100_000_000;
        var below =
            from district in Enumerable.Range(1, 99)
            from town in Enumerable.Range(0, 100)
            from village in Enumerable.Range(0, town == 0 ? 1 : 100)
            select city + district * 1_000_000 + town * 1_000 + village;
        return below.Prepend(city).Prepend(city - 100_000_000).Select(code => new AreaCode(code));
    }

    static string Csv(AreaCode code) => $"{code},第{code.Value % 1_000_000}号,{code.Parent},{code.Level.ToString().ToLowerInvariant()}";
}
