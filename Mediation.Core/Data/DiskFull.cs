namespace Mediation.Core.Data;

/// <summary>Tells a full disk, wherever it was met, from every other failure.</summary>
public static class DiskFull
{
    const int FileTooLarge = 27, NoSpace = 28, QuotaUsed = 122, WindowsDiskFull = unchecked((int)0x80070070);

    public static bool Is(Exception failure) => failure switch
    {
        IOException { HResult: FileTooLarge or NoSpace or QuotaUsed or WindowsDiskFull } => true,
        _ => DatabaseTrouble.Of(failure) is DatabaseFullException,
    };
}
