namespace Mediation.Core.Domain.Papers.Contents;

/// <summary>Counts the pages of a PDF by its page objects; where these lie in compressed streams, a person gives the number.</summary>
public static class PdfPages
{
    public static int? Count(ReadOnlySpan<byte> pdf)
    {
        var pages = 0;
        for (var at = pdf.IndexOf("/Type"u8); at >= 0;)
        {
            var rest = pdf[(at + 5)..];
            while (rest.Length > 0 && rest[0] is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t')
                rest = rest[1..];
            if (rest.StartsWith("/Page"u8) && (rest.Length == 5 || !char.IsAsciiLetter((char)rest[5])))
                pages++;
            var next = pdf[(at + 5)..].IndexOf("/Type"u8);
            at = next < 0 ? -1 : at + 5 + next;
        }
        return pages == 0 ? null : pages;
    }
}
