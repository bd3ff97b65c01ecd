using System.Security.Cryptography;
using System.Text;

namespace Mediation.Api.Seeding;

/// <summary>Ids made from names, so that a seed played again is known again.</summary>
static class SeedId
{
    public static Guid Of(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("seed/" + name))[..16];
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);      // version 8: made by the program's own rule
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
