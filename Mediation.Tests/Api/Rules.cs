using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

abstract partial class ApiTest
{
    /// <summary>Refused by a rule of the trade: 422 with a code to branch on and the statute or rule behind it.</summary>
    protected static void AssertRule(Reply reply, string code)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((reply.Status, reply.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, code)), reply.Text);
            Assert.That((string?)reply["rule"], Is.Not.Empty, reply.Text);
        }
    }
}
