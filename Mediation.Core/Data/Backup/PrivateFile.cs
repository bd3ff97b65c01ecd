namespace Mediation.Core.Data.Backup;

/// <summary>A file of the whole installation's personal data, which its owner alone reads.</summary>
static class PrivateFile
{
    const int BufferSize = 1 << 16;

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = BufferSize };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
