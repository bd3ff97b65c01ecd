using Mediation.Core.Data;

namespace Mediation.Core.Features.FrontDesk;

/// <summary>The Chinese labels of the vocabulary, for what is printed.</summary>
sealed class ChineseWords
{
    readonly Dictionary<string, Dictionary<string, Label>> labels;

    ChineseWords(Dictionary<string, Dictionary<string, Label>> labels) => this.labels = labels;

    public static async Task<ChineseWords> Read(DbSession db, CancellationToken ct) =>
        new(StorageJson.Read<Dictionary<string, Dictionary<string, Label>>>((await ReferenceData.Text(db, ReferenceKind.Labels, ct))!));

    public string Of<T>(T word) where T : struct, Enum => labels[typeof(T).Name][word.ToString()].Zh;

    sealed record Label(string Zh);
}
