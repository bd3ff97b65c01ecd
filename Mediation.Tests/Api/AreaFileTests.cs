using System.Text;
using FluentValidation;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Features.Areas;
using Mediation.Core.Messaging;
using NUnit.Framework;

namespace Mediation.Tests.Api;

sealed class AreaFileTests
{
    const string Header = "code,name,parent,level,validFrom,validTo,successor,sample\n";
    static readonly AreaCode Known = new(340803000000);

    [TestCase("34080310020,甲村,340803100000,village,,,,", "code", "invalid")]
    [TestCase("040803100204,甲村,340803100000,village,,,,", "code", "invalid")]
    [TestCase("34080310020４,甲村,340803100000,village,,,,", "code", "invalid", Description = "A full-width digit is none")]
    [TestCase(",甲村,340803100000,village,,,,", "code", "required")]
    [TestCase("340803100204,,340803100000,village,,,,", "name", "required")]
    [TestCase("340803100204,\"甲\n村\",340803100000,village,,,,", "name", "control", 4)]
    [TestCase("340803100204,甲\u0000村,340803100000,village,,,,", "name", "control")]
    [TestCase("340803100204,甲村,,village,,,,", "parent", "required")]
    [TestCase("340803100204,甲村,abc,village,,,,", "parent", "invalid")]
    [TestCase("340803100204,甲村,340803000000,village,,,,", "parent", "not-prefix", Description = "The town between them is left out")]
    [TestCase("340804000000,甲区,340800000000,district,,,,", "parent", "missing")]
    [TestCase("340803100204,甲村,340803100000,town,,,,", "level", "mismatch")]
    [TestCase("340803100204,甲村,340803100000,hamlet,,,,", "level", "invalid")]
    [TestCase("340803100204,甲村,340803100000,4,,,,", "level", "invalid")]
    [TestCase("340803100000,海口镇,340803000000,town,,,,", "code", "duplicate")]
    [TestCase("340803100204,甲村,340803100000,village,2026-02-30,,,", "validFrom", "invalid")]
    [TestCase("340803100204,甲村,340803100000,village,,01.01.2026,,", "validTo", "invalid")]
    [TestCase("340803100204,甲村,340803100000,village,2026-01-02,2026-01-01,,", "validTo", "before-start")]
    [TestCase("340803100204,甲村,340803100000,village,,2026-01-01,340803100999,", "successor", "unknown")]
    [TestCase("340803100204,甲村,340803100000,village,,2026-01-01,340803100204,", "successor", "self")]
    [TestCase("340803100204,甲村,340803100000,village,,,,maybe", "sample", "invalid")]
    [TestCase("340803100204,甲村,340803100000,village", "line", "malformed")]
    [TestCase("340803100204,甲\"村,340803100000,village,,,,", "line", "malformed")]
    public void A_bad_row_is_named_with_its_line_its_field_and_why(string row, string field, string code, int line = 3)
    {
        var refused = Assert.ThrowsAsync<ImportException>(() => Read($"{Header}340803100000,海口镇,340803000000,town,,,,\n{row}\n"));

        Assert.That(refused!.Rows, Is.EqualTo(new[] { new ImportFault(line, field, code) }));
    }

    [Test]
    public void A_parent_elsewhere_is_no_prefix_and_may_be_missing_too()
    {
        var refused = Assert.ThrowsAsync<ImportException>(() => Read("code,name,parent,level\n\n340803100204,甲村,340804100000,village\n"));

        Assert.That(refused!.Rows, Is.EquivalentTo(new[] { new ImportFault(3, "parent", "not-prefix"), new ImportFault(3, "parent", "missing") }));
    }

    [Test]
    public void Every_bad_row_is_reported_in_the_order_of_the_file()
    {
        var rows = Enumerable.Range(0, 1_500).Select(n => n % 2 == 0 ? "1,甲,,town" : $"34080310{n:0000},乙村,340803999000,village");
        var refused = Assert.ThrowsAsync<ImportException>(() => Read($"code,name,parent,level\n{string.Join('\n', rows)}"));

        Assert.That(refused!.Rows.Select(row => row.Line), Is.Ordered.And.SupersetOf(Enumerable.Range(2, 1_500)));
    }

    [TestCase("", "csv.empty")]
    [TestCase("340803100000,海口镇,340803000000,town\n", "csv.columns", Description = "No header")]
    [TestCase("code,name,parent\n", "csv.columns")]
    [TestCase("code,name,parent,level,colour\n", "csv.columns")]
    [TestCase("code,name,parent,level,level\n", "csv.columns")]
    [TestCase("code;name;parent;level\n", "csv.columns")]
    public void What_is_no_area_file_is_refused_as_a_whole(string csv, string code)
    {
        var refused = Assert.ThrowsAsync<ValidationException>(() => Read(csv));

        Assert.That(refused!.Errors.Select(error => (error.PropertyName, error.ErrorCode)), Is.EqualTo(new[] { ("file", code) }));
    }

    [TestCase("code,name,parent,level\n340803100000,\u00BA\u00A3,340803000000,town\n")]
    [TestCase("code,name\u00BA\u00A3,parent,level\n")]
    public void Another_encoding_is_refused_as_a_whole(string latin)
    {
        var refused = Assert.ThrowsAsync<ValidationException>(() => Read(Encoding.Latin1.GetBytes(latin)));

        Assert.That(refused!.Errors.Single().ErrorCode, Is.EqualTo("csv.not-utf8"));
    }

    [Test]
    public void Utf16_is_refused_though_it_bears_a_mark() => Assert.That(
        Assert.ThrowsAsync<ValidationException>(() => Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Header)]))!.Errors.Single().ErrorCode,
        Is.EqualTo("csv.not-utf8"));

    [TestCase("")]
    [TestCase("\uFEFF")]
    public async Task A_mark_quotes_spaces_and_any_order_of_columns_and_rows_are_taken(string mark)
    {
        var command = await Read(
            $"{mark}Level, NAME ,code,parent\r\nvillage,\"甲,村\",340803100204,340803100000\r\nTOWN, 海口镇 ,340803100000,340803000000\r\n");

        Assert.That(command.Areas, Is.EqualTo(new[]
        {
            new Area { Code = new(340803100204), Name = "甲,村", Parent = new(340803100000) },
            new Area { Code = new(340803100000), Name = "海口镇", Parent = Known },
        }));
        Assert.That((command.Given.ValidTo, command.Given.Successor, command.Given.Sample), Is.EqualTo((false, false, false)));
    }

    [Test]
    public async Task A_merged_area_names_a_successor_that_may_stand_further_down()
    {
        var command = await Read(
            $"{Header}340803001000,甲街道,340803000000,town,2001-01-01,2020-12-31,340803002000,true\n340803002000,乙街道,340803000000,town,,,,false\n");

        Assert.That(command.Areas[0], Is.EqualTo(new Area
        {
            Code = new(340803001000),
            Name = "甲街道",
            Parent = Known,
            ValidFrom = new(2001, 1, 1),
            ValidTo = new(2020, 12, 31),
            Successor = new(340803002000),
            Sample = true,
        }));
    }

    [Test]
    public async Task The_seeded_areas_are_such_a_file() => Assert.That(
        (await Read(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "areas-340803.csv")))).Areas, Has.Count.GreaterThan(50));

    static Task<ImportAreas> Read(string csv) => Read(Encoding.UTF8.GetBytes(csv));

    static async Task<ImportAreas> Read(byte[] csv)
    {
        var check = new AreaFileCheck(new HashSet<AreaCode> { Known });
        await foreach (var line in AreaFile.Lines(new MemoryStream(csv), CancellationToken.None))
            check.Add(line);
        return check.Complete();
    }
}
