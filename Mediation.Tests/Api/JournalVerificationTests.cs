using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>What was changed behind the application's back is found and named; what was lawfully erased is not taken for it.</summary>
sealed class JournalVerificationTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    [TestCase("update journal set payload = replace(payload, 'TakingPart', 'Signed') || ' ' where dispute_id = {id} and sequence = 2", 2, "hash")]
    [TestCase("update journal set event = 'Rejected' where dispute_id = {id} and sequence = 2", 2, "hash")]
    [TestCase("update journal set on_date = '2026-11-15' where dispute_id = {id} and sequence = 1", 1, "hash")]
    [TestCase("update journal set actor_id = organisation_id where dispute_id = {id} and sequence = 3", 3, "hash")]
    [TestCase("update journal set organisation_id = actor_id where dispute_id = {id} and sequence = 3", 3, "hash")]
    [TestCase("update journal set device_time = null where dispute_id = {id} and sequence = 1", 1, "hash")]
    [TestCase("update journal set device_time = server_time where dispute_id = {id} and sequence = 3", 3, "hash")]
    [TestCase("update journal set hash = (select hash from journal where dispute_id = {id} and sequence = 1) where dispute_id = {id} and sequence = 2", 2, "hash")]
    [TestCase("update journal set sequence = 9 where dispute_id = {id} and sequence = 3", 3, "sequence")]
    [TestCase("delete from journal where dispute_id = {id} and sequence = 2", 2, "sequence")]
    [TestCase("delete from journal where dispute_id = {id} and sequence >= 3", 3, "tail")]
    [TestCase("delete from journal where dispute_id = {id}", 1, "tail")]
    [TestCase("delete from journal_personal where dispute_id = {id} and sequence = 1", 1, "text")]
    [TestCase("update journal_personal set fields = replace(fields, '院墙', '屋顶') where dispute_id = {id} and sequence = 1", 1, "text")]
    [TestCase("update journal_personal set fields = replace(fields, '张试一', '王试三') where dispute_id = {id} and sequence = 1", 1, "text")]
    public async Task What_was_changed_is_named(string tampering, int sequence, string reason)
    {
        var village = await SignIn("village");
        var dispute = await GivenHistory(village);
        var untouched = await GivenHistory(village);

        Assert.That((await Verify(village, dispute)).Text, Does.Contain("\"valid\":true"));
        Assert.That(await new BehindTheBack(App, IdOf(dispute)).Tamper(tampering), Is.Positive, "the tampering itself");
        var found = await Verify(village, dispute);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((bool?)found["valid"], Is.False, found.Text);
            Assert.That((int?)found["broken"]?["sequence"], Is.EqualTo(sequence), found.Text);
            Assert.That((string?)found["broken"]?["reason"], Is.EqualTo(reason), found.Text);
            Assert.That((bool?)(await Verify(village, untouched))["valid"], Is.True);
        }
    }

    [Test]
    public async Task After_a_lawful_erasure_the_chain_is_whole_and_says_what_is_gone()
    {
        var (village, district) = (await SignIn("village"), await SignIn("district"));
        var dispute = await GivenHistory(village);
        var party = PartiesOf(dispute)[0];
        var database = new BehindTheBack(App, IdOf(dispute));

        var erased = await Act(district, dispute, "erasure", new { fields = new[] { "summary", $"parties.{party}" }, reason = "当事人依法请求删除" });
        erased.Expect(HttpStatusCode.OK);
        var verified = await Verify(village, dispute);
        var texts = (await village.Get(Path(IdOf(dispute), "journal")))["items"]![0]!["texts"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((bool?)verified["valid"], Is.True, verified.Text);
            Assert.That(
                verified["erased"]!.AsArray().Select(text => $"{text!["sequence"]} {text["field"]} {text["on"]}"),
                Is.SupersetOf(new[] { "1 summary 2026-11-16", $"1 party.{party}.name 2026-11-16", $"1 party.{party}.phone 2026-11-16" }));
            Assert.That((string?)texts["summary"], Does.Contain("已依法删除"));
            foreach (var gone in (string[])["院墙排水", "张试一", "13800000001"])
                foreach (var (table, key, column) in ((string, string, string)[])[("dispute_file", "id", "body"), ("dispute_before", "dispute_id", "body"),
                             ("journal_personal", "dispute_id", "fields"), ("search_text", "dispute_id", "text"), ("journal", "dispute_id", "payload")])
                    Assert.That(await database.Texts($"select {column} from {table} where {key} = {{id}} and {column} like '%{gone}%'"), Is.Empty, $"{gone} in {table}");
        }
    }

    [Test]
    public async Task The_journal_itself_holds_no_personal_text()
    {
        var village = await SignIn("village");
        var dispute = await GivenHistory(village);

        var payloads = string.Concat(await new BehindTheBack(App, IdOf(dispute)).Texts("select payload from journal where dispute_id = {id}"));

        foreach (var personal in (string[])["张试一", "李试二", "13800000001", "院墙", "东组", "到场陈述"])
            Assert.That(payloads, Does.Not.Contain(personal));
    }

    [Test]
    public async Task What_lies_out_of_scope_is_not_verified_and_the_auditor_may_verify_all()
    {
        var dispute = await GivenHistory(await SignIn("village"));

        Assert.That((await Verify(await SignIn("village2"), dispute)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((bool?)(await Verify(await SignIn("auditor"), dispute))["valid"], Is.True);
    }

    /// <summary>Registered, accepted, heard: three rows and more.</summary>
    static async Task<JsonNode> GivenHistory(HttpClient client) => await GivenSession(client, await GivenAcceptedDispute(client), "Continue");

    static Task<Reply> Verify(HttpClient client, JsonNode dispute) => client.Get(Path(IdOf(dispute), "journal/verification"));
}
