using System.Text;
using Mediation.Core.Domain.Papers.Contents;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Papers;

/// <summary>What a file is, and what of a picture is kept (domain 12: EXIF is stripped).</summary>
sealed class ContentsTests
{
    [TestCase(1)]
    [TestCase(6)]
    public void A_jpeg_keeps_its_picture_and_orientation_and_loses_the_rest(int orientation)
    {
        var clean = PictureCleaner.Clean(ContentType.Jpeg, Pictures.Jpeg(orientation, [.. Pictures.Jpeg(1), .. "MotionPhoto"u8]));

        Assert.That(clean, Is.EqualTo(Pictures.CleanJpeg(orientation)), "bit by bit, and nothing behind the end");
        Assert.That(PictureCleaner.Clean(ContentType.Jpeg, clean!), Is.EqualTo(clean), "cleaning again changes nothing");
    }

    [TestCase(1, TestName = "A png that stands upright")]
    [TestCase(8, TestName = "A png that is turned")]
    public void A_png_keeps_its_picture_and_orientation(int orientation)
    {
        byte[] turned = orientation == 1 ? [] : Pictures.Chunk("eXIf", Orientation.Write(orientation));
        byte[] expected =
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Pictures.Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), .. turned, .. Pictures.Chunk("IDAT", Pictures.Scan),
            .. Pictures.Chunk("IEND", []),
        ];

        Assert.That(PictureCleaner.Clean(ContentType.Png, Pictures.Png(orientation)), Is.EqualTo(expected));
    }

    [TestCase(1, 0x00, TestName = "A webp that stands upright")]
    [TestCase(3, 0x08, TestName = "A webp that is turned")]
    public void A_webp_keeps_its_picture_and_orientation(int orientation, int flags)
    {
        byte[] turned = orientation == 1 ? [] : Pictures.Riff("EXIF", Orientation.Write(orientation));
        byte[] body = [.. "WEBP"u8, .. Pictures.Riff("VP8X", [(byte)flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]), .. Pictures.Riff("VP8 ", Pictures.Scan), .. turned];

        Assert.That(PictureCleaner.Clean(ContentType.WebP, Pictures.WebP(orientation)), Is.EqualTo(Pictures.Riff("RIFF", body)));
    }

    /// <summary>RFC 9649: the extended head has ten bytes; a length beside the largest one is not padded to none.</summary>
    [Test]
    public void A_webp_with_an_impossible_chunk_is_refused()
    {
        byte[] empty = Pictures.Riff("RIFF", [.. "WEBP"u8, .. Pictures.Riff("VP8 ", Pictures.Scan), .. Pictures.Riff("VP8X", [])]);
        byte[] endless = Pictures.Riff("RIFF", [.. "WEBP"u8, .. Pictures.Riff("VP8 ", Pictures.Scan), .. "ICCP"u8, 0xFF, 0xFF, 0xFF, 0xFF]);

        Assert.That(PictureCleaner.Clean(ContentType.WebP, empty), Is.Null);
        Assert.That(PictureCleaner.Clean(ContentType.WebP, endless), Is.Null);
    }

    /// <summary>Wherever it is cut, it is refused or complete; nothing throws, nothing is told.</summary>
    [Test]
    public void A_picture_that_is_cut_short_or_spoiled_breaks_nothing()
    {
        foreach (var (type, whole) in new[] { (ContentType.Jpeg, Pictures.Jpeg(6)), (ContentType.Png, Pictures.Png(6)), (ContentType.WebP, Pictures.WebP(6)) })
        {
            for (var length = 12; length < whole.Length; length++)
                Assert.That(PictureCleaner.Clean(type, whole[..length]) is not { } clean || !Pictures.Tells(clean), $"{type.MediaType} cut at {length}");
            for (var place = 12; place < whole.Length; place++)
                foreach (var value in new byte[] { 0, 0x7F, 0xFF })
                {
                    var spoiled = (byte[])whole.Clone();
                    spoiled[place] = value;
                    Assert.DoesNotThrow(() => PictureCleaner.Clean(type, spoiled), $"{type.MediaType} with {value} at {place}");
                }
        }
    }

    static IEnumerable<TestCaseData> Files()
    {
        static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);
        yield return new TestCaseData(Pictures.Jpeg(1), "image/jpeg").SetArgDisplayNames("jpeg");
        yield return new TestCaseData(Pictures.Png(1), "image/png").SetArgDisplayNames("png");
        yield return new TestCaseData(Pictures.WebP(1), "image/webp").SetArgDisplayNames("webp");
        yield return new TestCaseData(Text("%PDF-1.7\n"), "application/pdf").SetArgDisplayNames("pdf");
        yield return new TestCaseData(Text("ID3\u0004rest"), "audio/mpeg").SetArgDisplayNames("mp3 with a tag");
        yield return new TestCaseData(Text("\u00FF\u00FB\u0090rest"), "audio/mpeg").SetArgDisplayNames("mp3");
        yield return new TestCaseData(Text("OggSrest"), "audio/ogg").SetArgDisplayNames("ogg");
        yield return new TestCaseData(Text("#!AMR\n"), "audio/amr").SetArgDisplayNames("amr");
        yield return new TestCaseData(Text("RIFF\0\0\0\0WAVEfmt "), "audio/wav").SetArgDisplayNames("wav");
        yield return new TestCaseData(Text("\0\0\0\u0018ftypM4A ....hdlr\0\0\0\0\0\0\0\0soun...."), "audio/mp4").SetArgDisplayNames("m4a");
        yield return new TestCaseData(Text("\u001A\u0045\u00DF\u00A3..webm..A_OPUS"), "audio/webm").SetArgDisplayNames("webm");
        yield return new TestCaseData(Text("\0\0\0\u0018ftypisom....hdlr\0\0\0\0\0\0\0\0vide....hdlr\0\0\0\0\0\0\0\0soun...."), null).SetArgDisplayNames("a film");
        yield return new TestCaseData(Text("\u001A\u0045\u00DF\u00A3..webm..A_OPUS..V_VP9"), null).SetArgDisplayNames("a film for the web");
        yield return new TestCaseData(Text("\0\0\0\u0018ftypheic...."), null).SetArgDisplayNames("heic");
        yield return new TestCaseData(Text("<html><script>"), null).SetArgDisplayNames("html");
        yield return new TestCaseData(Text("<svg onload=x>"), null).SetArgDisplayNames("svg");
        yield return new TestCaseData(Text("MZ\u0090\0"), null).SetArgDisplayNames("a program");
        yield return new TestCaseData(Text("PK\u0003\u0004"), null).SetArgDisplayNames("an archive");
        yield return new TestCaseData(Array.Empty<byte>(), null).SetArgDisplayNames("nothing");
    }

    [TestCaseSource(nameof(Files))]
    public void A_file_is_what_its_bytes_say(byte[] file, string? mediaType) => Assert.That(ContentType.Of(file)?.MediaType, Is.EqualTo(mediaType));

    [TestCase("%PDF /Type /Pages /Count 2 /Type /Page x /Type/Page>>", 2)]
    [TestCase("%PDF /Type\n/Page", 1)]
    [TestCase("%PDF /Type /PageLabel /Type /ObjStm", null)]
    public void The_pages_of_a_pdf_are_counted_where_they_can_be_seen(string pdf, int? pages) =>
        Assert.That(PdfPages.Count(Encoding.ASCII.GetBytes(pdf)), Is.EqualTo(pages));
}
