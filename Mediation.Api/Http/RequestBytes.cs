namespace Mediation.Api.Http;

/// <summary>Reads a body up to a limit, whatever its length header says.</summary>
static class RequestBytes
{
    public static async Task<byte[]> Read(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
            throw TooLarge(limit);
        using var read = new MemoryStream((int)(request.ContentLength ?? 4_096));
        // One byte more than it says it is, so that a body which is longer is seen to be.
        var buffer = new byte[Math.Min((request.ContentLength ?? 16_383) + 1, 16_384)];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (read.Length + count > limit)
                throw TooLarge(limit);
            read.Write(buffer, 0, count);
        }
        return read.ToArray();
    }

    /// <summary>The same into a file that is gone when it is closed: it is read twice, and would lie in memory all the while.</summary>
    public static async Task<Stream> Spool(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
            throw TooLarge(limit);
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 65_536, FileOptions.DeleteOnClose);
        await request.Body.CopyToAsync(file, request.HttpContext.RequestAborted);
        file.Position = 0;
        return file;
    }

    static RequestException TooLarge(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "body.too-large", $"The body is larger than {limit >> 20} MB.");
}

/// <summary>A request that cannot be read as what it claims to be.</summary>
sealed class RequestException(int status, string code, string message, string? at = null) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public string? Field => at;
}
