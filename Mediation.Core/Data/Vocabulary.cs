namespace Mediation.Core.Data;

/// <summary>The Chinese words of the closed lists, for files that leave the house.</summary>
[Scoped]
public sealed class Vocabulary(DbSession db)
{
    Dictionary<string, Dictionary<string, Label>>? labels;

    /// <summary>A member's word; its name where nobody wrote one.</summary>
    public async Task<Func<Enum, string>> Chinese(CancellationToken ct)
    {
        var known = labels ??= StorageJson.Read<Dictionary<string, Dictionary<string, Label>>>((await ReferenceData.Text(db, ReferenceKind.Labels, ct))!);
        return value => known.GetValueOrDefault(value.GetType().Name)?.GetValueOrDefault(value.ToString())?.Zh ?? value.ToString();
    }

    sealed record Label(string Zh);
}
