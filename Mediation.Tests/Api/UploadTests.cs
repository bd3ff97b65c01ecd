using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Mediation.Api.Jobs;
using Mediation.Core.Domain.Papers;
using Mediation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Resumable uploads (tus 1.0.0): whatever is cut goes on, whatever is wrong is refused, whatever is left goes.</summary>
sealed class UploadTests(string kind) : ApiTest(kind)
{
    const int Chunks = 7, ChunkSize = 3_001;

    // It moves the clock and looks into the folder.
    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["Attachments:MaxBytes"] = "200000", ["SignIn:IdleMinutes"] = "100000" };

    [Test]
    public async Task The_door_says_what_it_speaks()
    {
        var (status, headers, _) = await TusSend(await SignIn("village"), HttpMethod.Options, "/api/uploads");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That(headers["Tus-Version"], Is.EqualTo("1.0.0"));
            Assert.That(headers["Tus-Extension"].Split(','), Is.EquivalentTo(new[] { "creation", "expiration", "termination", "checksum" }));
            Assert.That(headers["Tus-Max-Size"], Is.EqualTo("200000"));
            Assert.That(headers["Tus-Checksum-Algorithm"].Split(','), Does.Contain("sha1"), "the protocol asks for it");
        }
    }

    [Test]
    public async Task An_upload_cut_at_every_chunk_boundary_ends_whole()
    {
        var bytes = Pdf(Chunks * ChunkSize - 500);
        var village = await SignIn("village");
        for (var cut = 0; cut <= Chunks; cut++)
        {
            var id = await GivenAnnouncement(village, bytes.Length, HashOf(bytes));
            await SendFrom(village, id, bytes, 0, cut);
            // Another day at the desk: a new connection, a new session of the same person.
            using var again = await App.SignInAnew("village");
            var offset = await OffsetOf(again, id);
            Assert.That(offset, Is.EqualTo(Math.Min(cut * ChunkSize, bytes.Length)));
            await SendFrom(again, id, bytes, (int)offset, Chunks);

            Assert.That(await File.ReadAllBytesAsync(PartOf(id)), Is.EqualTo(bytes), $"cut after {cut} chunks");
        }
    }

    [TestCase(1)]
    [TestCase(4_096)]
    [TestCase(30_000)]
    public async Task A_connection_cut_in_the_middle_of_a_chunk_keeps_what_arrived(int arrived)
    {
        var bytes = Pdf(40_000);
        var village = await SignIn("village");
        var id = await GivenAnnouncement(village, bytes.Length, HashOf(bytes));

        await SendAndCut(id, 0, bytes.Length, bytes[..arrived]);
        var offset = await Settled(village, id, arrived);
        await SendAndCut(id, offset, bytes.Length - arrived, bytes[arrived..(arrived + 5_000)]);
        offset = await Settled(village, id, arrived + 5_000);
        (await Chunk(village, id, offset, bytes[(int)offset..])).Reply.Expect(HttpStatusCode.NoContent);

        Assert.That(await File.ReadAllBytesAsync(PartOf(id)), Is.EqualTo(bytes));
    }

    [Test]
    public async Task A_chunk_with_a_checksum_counts_whole_or_not_at_all()
    {
        var bytes = Pdf(9_000);
        var village = await SignIn("village");
        var id = await GivenAnnouncement(village, bytes.Length);
        (await Chunk(village, id, 0, bytes[..3_000], Checksum("sha256", SHA256.HashData(bytes.AsSpan(..3_000))))).Reply.Expect(HttpStatusCode.NoContent);

        var wrong = await Chunk(village, id, 3_000, bytes[3_000..6_000], Checksum("sha1", Sha1(bytes)));
        Assert.That(((int)wrong.Status, wrong.Reply.Code), Is.EqualTo((460, "upload.checksum-mismatch")));
        Assert.That(await OffsetOf(village, id), Is.EqualTo(3_000));

        await SendAndCut(id, 3_000, 6_000, bytes[3_000..7_000], ("Upload-Checksum", Checksum("sha256", SHA256.HashData(bytes.AsSpan(3_000..))).Value));
        Assert.That(await Settled(village, id, 3_000), Is.EqualTo(3_000), "half of a chunk that bears a checksum proves nothing");
        (await Chunk(village, id, 3_000, bytes[3_000..], Checksum("sha1", Sha1(bytes[3_000..])))).Reply.Expect(HttpStatusCode.NoContent);
    }

    [Test]
    public async Task A_wrong_hash_is_refused_at_the_end_and_the_upload_is_thrown_away()
    {
        var village = await SignIn("village");
        var id = await GivenAnnouncement(village, 300, HashOf(Pdf()));
        var part = PartOrNull(id);

        var reply = await Chunk(village, id, 0, Pdf(300));

        Assert.That(((int)reply.Status, reply.Reply.Code), Is.EqualTo((460, "upload.checksum-mismatch")));
        Assert.That((await TusSend(village, HttpMethod.Head, $"/api/uploads/{id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(part is null || !File.Exists(part));
    }

    [Test]
    public async Task What_the_protocol_forbids_is_refused_with_its_own_status()
    {
        var village = await SignIn("village");
        var id = await GivenAnnouncement(village, 1_000);
        (await Chunk(village, id, 0, Pdf(400))).Reply.Expect(HttpStatusCode.NoContent);
        async Task<(int, string?)> Told(Task<(HttpStatusCode Status, Dictionary<string, string> Headers, Reply Reply)> sent) => ((int)(await sent).Status, (await sent).Reply.Code);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Told(Chunk(village, id, 0, Pdf(400))), Is.EqualTo((409, "upload.offset")));
            Assert.That(await Told(Chunk(village, id, 401, Pdf(400))), Is.EqualTo((409, "upload.offset")));
            Assert.That(await Told(Chunk(village, id, 400, Pdf(601))), Is.EqualTo((413, "body.too-large")));
            Assert.That(await Told(Chunk(village, id, 400, Pdf(100), ("Tus-Resumable", "0.2.0"))), Is.EqualTo((412, "upload.version")));
            Assert.That(await Told(Chunk(village, id, 400, Pdf(100), ("Upload-Checksum", "crc32 AAAA"))), Is.EqualTo((400, "upload.checksum-algorithm")));
            Assert.That(await Told(Chunk(village, id, 400, Pdf(100), ("Upload-Checksum", "sha256 ???"))), Is.EqualTo((400, "upload.checksum")));
            Assert.That(await Told(TusSend(village, HttpMethod.Patch, $"/api/uploads/{id}", Pdf(100), ("Upload-Offset", "-1"))), Is.EqualTo((400, "upload.header")));
            Assert.That(await Told(TusSend(village, HttpMethod.Post, "/api/uploads", null, ("Upload-Length", "200001"))), Is.EqualTo((413, "body.too-large")));
            Assert.That(await Told(TusSend(village, HttpMethod.Post, "/api/uploads", null, ("Upload-Length", "0"))), Is.EqualTo((400, "validation")));
            Assert.That(await Told(TusSend(village, HttpMethod.Post, "/api/uploads", null, ("Upload-Length", "5"), ("Upload-Metadata", "filename ~~"))), Is.EqualTo((400, "upload.metadata")));
            Assert.That(await Told(Chunk(await SignIn("village2"), id, 400, Pdf(100))), Is.EqualTo((404, "not-found")), "another person's is not there");
            Assert.That(await Told(Chunk(await SignIn("auditor"), id, 400, Pdf(100))), Is.EqualTo((403, "role.not-allowed")));
            Assert.That(await OffsetOf(village, id), Is.EqualTo(400), "none of it was taken");
        }
    }

    [Test]
    public async Task Another_kind_of_content_is_no_chunk()
    {
        var village = await SignIn("village");
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/uploads/{await GivenAnnouncement(village, 9)}") { Content = new StringContent("x") };
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", "0");
        using var response = await village.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
    }

    [Test]
    public async Task Without_the_header_of_our_own_client_nothing_is_written()
    {
        using var foreign = await App.SignInAnew("village");
        foreign.DefaultRequestHeaders.Remove("X-CSRF");

        Assert.That((await TusSend(foreign, HttpMethod.Post, "/api/uploads", null, ("Upload-Length", "5"))).Reply.Code, Is.EqualTo("csrf.missing"));
    }

    /// <summary>A disk that takes no more, of the kernel's own making: 507, and what was taken before stays and goes on.</summary>
    [Test]
    [Platform("Linux")]
    public async Task A_full_disk_is_told_and_loses_nothing()
    {
        var village = await SignIn("village");
        var bytes = Pdf(8_000);
        var id = await GivenAnnouncement(village, bytes.Length, HashOf(bytes));
        (await Chunk(village, id, 0, [])).Reply.Expect(HttpStatusCode.NoContent);
        var part = PartOf(id);
        File.Move(part, part + ".kept");
        File.CreateSymbolicLink(part, "/dev/full");

        var full = await Chunk(village, id, 0, bytes);
        Assert.That(((int)full.Status, full.Reply.Code), Is.EqualTo((507, "disk.full")), full.Reply.Text);

        File.Delete(part);
        File.Move(part + ".kept", part);
        Assert.That(await OffsetOf(village, id), Is.Zero);
        (await Chunk(village, id, 0, bytes)).Reply.Expect(HttpStatusCode.NoContent);
    }

    [Test]
    public async Task What_nobody_attached_goes_after_a_day_and_what_is_attached_stays()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        var (kept, same, left) = (Pdf(), Pdf(), Pdf());
        dispute = await GivenAttachment(village, dispute, kept, new { paper = nameof(PaperKind.Application) });
        var (unfinished, finished) = (await GivenAnnouncement(village, 1_000), await GivenUpload(village, left));
        // Cleaned and stored, but refused by the rule: nobody names these bytes.
        AssertRule(await Attach(village, dispute, await GivenUpload(village, same), new { kind = "Recording" }), "attachment.recording");
        Assert.That(Content(kept), Is.Not.Null);
        Assert.That(Content(same), Is.Not.Null);
        // A process died over one draft, another is at work on its own.
        var (dead, alive) = (PartOf(finished) + "0.draft", PartOf(finished) + "1.draft");
        await File.WriteAllTextAsync(dead, "x");
        var sweep = App.Services.GetServices<IHostedService>().OfType<FileSweep>().Single();

        await sweep.Look(default);
        Assert.That((await OffsetOf(village, finished), PartOf(finished)), Is.EqualTo((left.Length, PartOf(finished))), "not before its day is over");

        App.Clock.Advance(TimeSpan.FromHours(25));
        // Over, and by then perhaps swept: the moved clock wakes the job too, and a job that is stopped ends the whole server.
        Assert.That((int)(await TusSend(village, HttpMethod.Head, $"/api/uploads/{unfinished}")).Status, Is.EqualTo(410).Or.EqualTo(404));
        foreach (var part in Directory.EnumerateFiles(App.Attachments, "*", SearchOption.AllDirectories).Where(p => p.Contains("parts")))
            File.SetLastWriteTimeUtc(part, ApiServer.Opening.UtcDateTime);
        await File.WriteAllTextAsync(alive, "x");
        File.SetLastWriteTimeUtc(alive, App.Clock.GetUtcNow().UtcDateTime);
        await sweep.Look(default);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)(await TusSend(village, HttpMethod.Head, $"/api/uploads/{unfinished}")).Status, Is.EqualTo(404));
            Assert.That((int)(await TusSend(village, HttpMethod.Head, $"/api/uploads/{finished}")).Status, Is.EqualTo(404));
            Assert.That(PartOrNull(finished), Is.Null);
            Assert.That((File.Exists(dead), File.Exists(alive)), Is.EqualTo((false, true)));
            Assert.That(Content(same), Is.Null);
            Assert.That(Content(kept), Is.Not.Null);
        }
    }

    static async Task SendFrom(HttpClient client, Guid id, byte[] bytes, int offset, int untilChunk)
    {
        for (var end = 0; offset < bytes.Length && offset < untilChunk * ChunkSize; offset = end)
        {
            end = Math.Min(offset + ChunkSize, bytes.Length);
            (await Chunk(client, id, offset, bytes[offset..end])).Reply.Expect(HttpStatusCode.NoContent);
        }
    }

    /// <summary>A chunk that is announced longer than what is sent before the line goes dead.</summary>
    async Task SendAndCut(Guid id, long offset, int announced, byte[] sent, params (string Name, string Value)[] headers)
    {
        using var line = await Begin(await Cookie(), id, offset, announced, sent, headers);
        line.Client.LingerState = new LingerOption(true, 0);
    }

    async Task<string> Cookie()
    {
        using var anonymous = App.Anonymous();
        return (await anonymous.Post("/api/session", new { userName = "village", password = ApiServer.Password })).Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }

    async Task<TcpClient> Begin(string cookie, Guid id, long offset, int announced, byte[] sent, params (string Name, string Value)[] headers)
    {
        var line = new TcpClient(App.Address.Host, App.Address.Port);
        var stream = line.GetStream();
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"PATCH /api/uploads/{id} HTTP/1.1"), "Host: localhost", "Tus-Resumable: 1.0.0", "X-CSRF: 1", $"Cookie: {cookie}",
            "Content-Type: application/offset+octet-stream", string.Create(CultureInfo.InvariantCulture, $"Upload-Offset: {offset}"),
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {announced}"), .. headers.Select(h => $"{h.Name}: {h.Value}"), "", "",
        ];
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines)));
        await stream.WriteAsync(sent);
        await stream.FlushAsync();
        // Read by the other side before the line is cut hard: a reset would throw away what still waits in its buffers.
        for (var waited = 0; waited < 200 && (PartOrNull(id) is not { } part || new FileInfo(part).Length < offset + sent.Length); waited++)
            await Task.Delay(10);
        return line;
    }

    /// <summary>The offset once the server has noticed that the line is dead.</summary>
    static async Task<long> Settled(HttpClient client, Guid id, long expected)
    {
        var offset = await OffsetOf(client, id);
        for (var waited = 0; waited < 500 && (offset != expected || await IsBusy(client, id)); waited++)
        {
            await Task.Delay(10);
            offset = await OffsetOf(client, id);
        }
        Assert.That(offset, Is.EqualTo(expected));
        return offset;
    }

    static async Task<bool> IsBusy(HttpClient client, Guid id) => (int)(await Chunk(client, id, long.MaxValue / 2, [])).Status == 423;

    static (string Name, string Value) Checksum(string algorithm, byte[] digest) => ("Upload-Checksum", $"{algorithm} {Convert.ToBase64String(digest)}");

    static byte[] Sha1(byte[] bytes) => CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes);

    string PartOf(Guid id) => PartOrNull(id) ?? throw new FileNotFoundException($"{id} has no part.");

    string? PartOrNull(Guid id) => Directory.EnumerateFiles(App.Attachments, id.ToString("n"), SearchOption.AllDirectories).SingleOrDefault();

    string? Content(byte[] bytes) => Directory.EnumerateFiles(App.Attachments, HashOf(bytes), SearchOption.AllDirectories).SingleOrDefault();
}
