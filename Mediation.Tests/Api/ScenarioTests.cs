using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The worlds that other tests start from are what their names say.</summary>
sealed class ScenarioTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task Each_world_is_in_the_state_of_its_name()
    {
        var village = await SignIn("village");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)(await GivenDispute(village))["status"], Is.EqualTo("Registered"));
            Assert.That((string?)(await GivenAcceptedDispute(village))["status"], Is.EqualTo("InMediation"));
            Assert.That((string?)(await GivenAgreedDispute(village))["status"], Is.EqualTo("Agreed"));
            Assert.That((string?)(await GivenEscalatedDispute(village))["status"], Is.EqualTo("HandoverPending"));
        }
    }
}
