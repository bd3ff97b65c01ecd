using System.Net;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A tablet that sends without end is slowed down; another one behind the same address is not.</summary>
sealed class SyncLimitTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["Sync:BatchesPerMinute"] = "2" };

    [Test]
    public async Task The_third_batch_in_a_minute_waits()
    {
        var village = await SignIn("village");
        var (busy, calm) = (await Tablet.Registered(village), await Tablet.Registered(village));

        HttpStatusCode[] told = [(await busy.Send()).Status, (await busy.Send()).Status, (await busy.Send()).Status, (await calm.Send()).Status];

        Assert.That(told, Is.EqualTo(new[] { HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK }));
    }
}
