using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Unsent work as a file that the town alone can open.</summary>
sealed class SyncExportTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task What_a_tablet_closed_the_town_opens_and_it_is_logged()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var file = await Closed(village, "调解记录一份");

        var kept = (await village.Post("/api/sync/exports", file)).Expect(HttpStatusCode.OK);
        var again = (await village.Post("/api/sync/exports", file)).Expect(HttpStatusCode.OK);
        var opened = (await town.Post("/api/sync/exports/opening", new { exportId = (Guid)kept["id"]!, reason = "平板丢失，补录未上传的记录" })).Expect(HttpStatusCode.OK);
        var carried = (await town.Post("/api/sync/exports/opening", new { export = file, reason = "用U盘送来" })).Expect(HttpStatusCode.OK);
        var listed = (await town.Get($"/api/sync/exports?under={Town}&limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Single(item => (Guid)item!["id"]! == (Guid)kept["id"]!);
        var log = (await (await SignIn("auditor")).Get("/api/access-log?kind=Reveal&limit=200")).Text;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((Guid)again["id"]!, Is.EqualTo((Guid)kept["id"]!), "the same file is one");
            Assert.That((string?)opened["entries"]![0]!["body"]!["record"], Is.EqualTo("调解记录一份"));
            Assert.That(JsonNode.DeepEquals(opened, carried), Is.True);
            Assert.That(listed!["openedAt"], Is.Not.Null);
            Assert.That(log, Does.Contain("补录未上传的记录").And.Contain("用U盘送来").And.Not.Contain("调解记录一份"));
        }
    }

    [Test]
    public async Task Nobody_else_opens_it_and_a_damaged_one_is_told()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var file = await Closed(village, "调解记录一份");
        var kept = (await village.Post("/api/sync/exports", file)).Expect(HttpStatusCode.OK);
        var opening = new { exportId = (Guid)kept["id"]!, reason = "试试" };
        var bytes = Base64Url.DecodeFromChars((string)file["ciphertext"]!);
        bytes[0] ^= 1;
        var damaged = file.DeepClone().AsObject();
        damaged["ciphertext"] = Base64Url.EncodeToString(bytes);
        var offCurve = file.DeepClone().AsObject();
        offCurve["ephemeralKey"]!["x"] = Base64Url.EncodeToString(new byte[32]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await (await SignIn("town2")).Post("/api/sync/exports/opening", opening)).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await village.Post("/api/sync/exports/opening", opening)).Status, Is.AnyOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound));
            Assert.That((await (await SignIn("town2")).Post("/api/sync/exports", file)).Code, Is.EqualTo("export.key-unknown"));
            Assert.That((await town.Post("/api/sync/exports/opening", new { export = damaged, reason = "试试" })).Code, Is.EqualTo("export.unreadable"));
            Assert.That((await town.Post("/api/sync/exports/opening", new { export = offCurve, reason = "试试" })).Code, Is.EqualTo("export.unreadable"));
            Assert.That((await town.Post("/api/sync/exports/opening", new { export = file })).Json["errors"]?["reason"], Is.Not.Null);
            Assert.That((await App.Anonymous().Post("/api/sync/exports", file)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        }
    }

    [TestCase("format", "x")]
    [TestCase("iv", "AAAA")]
    [TestCase("ciphertext", "AAAA")]
    [TestCase("ephemeralKey", "{}")]
    [TestCase("keyId", null)]
    public async Task A_file_of_another_form_is_refused(string field, string? value)
    {
        var village = await SignIn("village");
        var file = await Closed(village, "x");
        file[field] = value is "{}" ? new JsonObject() : value;

        var reply = await village.Post("/api/sync/exports", file);

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest), reply.Text);
        Assert.That(reply["errors"]![field], Is.Not.Null);
    }

    /// <summary>As the format says: ECDH on P-256 with a key of its own, HKDF-SHA256, AES-256-GCM.</summary>
    static async Task<JsonObject> Closed(HttpClient client, string record)
    {
        var town = (await client.Get("/api/sync/export-key")).Expect(HttpStatusCode.OK);
        Assert.That((string?)town["algorithm"], Is.EqualTo("ECDH-P256+HKDF-SHA256+A256GCM"));
        using var theirs = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Bytes(town["publicKey"]!["x"]), Y = Bytes(town["publicKey"]!["y"]) },
        });
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, own.DeriveRawSecretAgreement(theirs.PublicKey), 32, [], Encoding.ASCII.GetBytes("mediation-export-1"));
        var (device, account, iv) = (Guid.CreateVersion7(), (Guid)(await client.Get("/api/session"))["id"]!, RandomNumberGenerator.GetBytes(12));
        var entry = Tablet.Entry("HoldSession", Guid.CreateVersion7(), new { record }, 1);
        (entry["state"], entry["reason"]) = ("refused", "device.revoked");
        var plain = Encoding.UTF8.GetBytes(new JsonObject { ["deviceId"] = device, ["accountId"] = account, ["entries"] = new JsonArray(entry) }.ToJsonString());
        var (closed, tag) = (new byte[plain.Length], new byte[16]);
        using (var aes = new AesGcm(key, 16))
            aes.Encrypt(iv, plain, closed, tag);
        var point = own.ExportParameters(false).Q;
        return new JsonObject
        {
            ["format"] = "mediation-export-1", ["keyId"] = (string)town["keyId"]!, ["deviceId"] = device, ["accountId"] = account, ["createdAt"] = "2026-11-16T00:55:00Z",
            ["ephemeralKey"] = new JsonObject
            {
                ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y), ["ext"] = true,
                ["key_ops"] = new JsonArray(),
            },
            ["iv"] = Base64Url.EncodeToString(iv), ["ciphertext"] = Base64Url.EncodeToString((byte[])[.. closed, .. tag]),
        };
    }

    static byte[] Bytes(JsonNode? text) => Base64Url.DecodeFromChars((string)text!);
}
