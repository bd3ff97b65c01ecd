using System.Security.Cryptography;

namespace Mediation.Core.Data;

/// <summary>Keys that this installation made for itself, shared by all its processes.</summary>
[Scoped]
public sealed class SecretStore(DbSession db)
{
    /// <summary>A key of 32 bytes, made when it is first asked for.</summary>
    public async Task<byte[]> Key(string name)
    {
        if (await Known(name) is { } known)
            return known;
        await db.Execute(
            "insert into secret (name, value) values (@name, @value) on conflict do nothing",
            new { name, value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) });
        return (await Known(name))!;
    }

    /// <summary>The same without making it.</summary>
    public async Task<byte[]?> Known(string name) =>
        await db.Find<string>("select value from secret where name = @name", new { name }) is { } value ? Convert.FromBase64String(value) : null;

    public Task<IReadOnlyList<string>> Values(string prefix, CancellationToken ct = default) =>
        db.Query<string>("select value from secret where name >= @prefix and name < @end order by name", new { prefix, end = prefix + "~" }, ct);

    public Task<int> Add(string name, string value) =>
        db.Execute("insert into secret (name, value) values (@name, @value) on conflict do nothing", new { name, value });
}
