using System.Text;
using System.Text.Json;
using Mediation.Core.Data;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace Mediation.Tests.Data;

/// <summary>How changes are put into notices, which the server takes up to 7,999 bytes long.</summary>
sealed class PostgresChangesTests
{
    [Test]
    public async Task Many_changes_go_into_few_notices_that_fit_and_one_too_long_is_told_as_missed()
    {
        await using var sources = new PostgresSources("Host=127.0.0.1;Port=1");
        await using var changes = new PostgresChanges(sources, new ChangeHub(), NullLogger.Instance);
        var lines = Enumerable.Range(0, 300).Select(one => Line(one % 3)).ToList();

        var payloads = changes.Payloads([.. lines, Line(400), Line(500)]).ToList();
        var read = payloads.Select(payload => JsonSerializer.Deserialize<PostgresChanges.Message>(payload)!.Changes).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(payloads.Select(Encoding.UTF8.GetByteCount), Has.All.LessThan(8_000));
            Assert.That(payloads, Has.Count.LessThan(20));
            Assert.That(read.Count(told => told.Count == 0), Is.EqualTo(1));
            Assert.That(read.SelectMany(told => told).Select(line => line.Id), Is.EquivalentTo(lines.Select(line => line.Id)));
            Assert.That(read.SelectMany(told => told).Sum(line => line.Concerned.Count), Is.EqualTo(lines.Sum(line => line.Concerned.Count)));
        }
    }

    static PostgresChanges.Line Line(int concerned) =>
        new(Guid.NewGuid(), [340803100204, 340803100205], [.. Enumerable.Range(0, concerned).Select(_ => Guid.NewGuid())]);
}
