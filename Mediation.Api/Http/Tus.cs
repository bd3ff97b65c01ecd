using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mediation.Core.Features.Dossier;

namespace Mediation.Api.Http;

/// <summary>The headers of the tus protocol 1.0.0 (resumable uploads): what a request must carry, and what each answer says.</summary>
static class Tus
{
    public const string Version = "1.0.0", Chunk = "application/offset+octet-stream";

    const string Extensions = "creation,expiration,termination,checksum", Algorithms = "sha256,sha1";

    /// <summary>Every answer names the protocol; every request but OPTIONS must too.</summary>
    public static void Begin(HttpContext context)
    {
        context.Response.Headers["Tus-Resumable"] = Version;
        if (HttpMethods.IsOptions(context.Request.Method) || context.Request.Headers["Tus-Resumable"] == Version)
            return;
        context.Response.Headers["Tus-Version"] = Version;
        throw new RequestException(StatusCodes.Status412PreconditionFailed, "upload.version", "Say Tus-Resumable: 1.0.0; no other version is spoken here.");
    }

    public static void Describe(HttpResponse response, long maxBytes)
    {
        response.Headers["Tus-Version"] = Version;
        response.Headers["Tus-Extension"] = Extensions;
        response.Headers["Tus-Checksum-Algorithm"] = Algorithms;
        response.Headers["Tus-Max-Size"] = maxBytes.ToString(CultureInfo.InvariantCulture);
    }

    public static void Tell(HttpResponse response, UploadState state)
    {
        response.Headers["Upload-Offset"] = state.Offset.ToString(CultureInfo.InvariantCulture);
        response.Headers["Upload-Length"] = state.Length.ToString(CultureInfo.InvariantCulture);
        response.Headers["Upload-Expires"] = state.ExpiresAt.ToString("r", CultureInfo.InvariantCulture);
    }

    public static CreateUpload Creation(HttpRequest request)
    {
        var told = Metadata(request.Headers["Upload-Metadata"].ToString());
        return new CreateUpload(Number(request, "Upload-Length"), told.GetValueOrDefault("sha256"), told.GetValueOrDefault("filename"));
    }

    public static AppendToUpload Append(HttpRequest request, Guid uploadId)
    {
        if (request.ContentType != Chunk)
            throw new RequestException(StatusCodes.Status415UnsupportedMediaType, "upload.content-type", $"A chunk is {Chunk}.");
        return new AppendToUpload(uploadId, Number(request, "Upload-Offset"), request.Body, request.ContentLength, Checksum(request.Headers["Upload-Checksum"].ToString()));
    }

    static long Number(HttpRequest request, string header) =>
        long.TryParse(request.Headers[header].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refused("upload.header", $"{header} is a whole number of bytes.", header);

    static (HashAlgorithmName, byte[])? Checksum(string header)
    {
        if (header.Length == 0)
            return null;
        var (name, length) = header.Split(' ')[0] switch
        {
            "sha256" => (HashAlgorithmName.SHA256, SHA256.HashSizeInBytes),
            "sha1" => (HashAlgorithmName.SHA1, SHA1.HashSizeInBytes),
            _ => throw Refused("upload.checksum-algorithm", $"Checksums are {Algorithms}.", "Upload-Checksum"),
        };
        var digest = new byte[length];
        return header.Split(' ') is [_, var text] && Convert.TryFromBase64String(text, digest, out var count) && count == length
            ? (name, digest)
            : throw Refused("upload.checksum", "The algorithm, a space, and the digest in Base64.", "Upload-Checksum");
    }

    /// <summary>Pairs of a key and a Base64 text, apart by commas.</summary>
    static Dictionary<string, string> Metadata(string header)
    {
        var told = new Dictionary<string, string>();
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(' ');
            var bytes = new byte[parts[^1].Length];
            if (parts.Length > 2 || parts.Length == 2 && !Convert.TryFromBase64String(parts[1], bytes, out _) || !told.TryAdd(parts[0], parts.Length == 2 ? Text(parts[1]) : ""))
                throw Refused("upload.metadata", "Keys and Base64 values, apart by commas; each key once.", "Upload-Metadata");
        }
        return told;
    }

    static string Text(string base64)
    {
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(base64));
        BodyText.CheckText(text, "Upload-Metadata");
        return text;
    }

    static RequestException Refused(string code, string message, string header) => new(StatusCodes.Status400BadRequest, code, message, header);
}
