using CsCheck;
using Mediation.Core.Domain.Search;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Search;

sealed class SearchEnginesTests
{
    // Few letters, so that pairs meet often in the wrong places.
    static readonly Gen<string> Text = Gen.String[Gen.Char["宅基A ，'\"*"], 0, 10];

    [Test]
    public void The_texts_for_the_engines_name_pairs_and_positions() => Assert.Multiple(() =>
    {
        Assert.That(SearchText.FtsDocument("邻里纠纷", "邻里AB"), Is.EqualTo("邻里 里纠 纠纷 里a ab"));
        Assert.That(SearchText.FtsQuery("邻里纠 AB"), Is.EqualTo("\"邻里\" AND \"里纠\" AND \"ab\""));
        Assert.That(SearchText.TsVector("邻里纠", "邻里"), Is.EqualTo("'邻里':1 '里纠':2 '邻里':4"));
        Assert.That(SearchText.TsQuery("宅基地 ab"), Is.EqualTo("'宅基' <-> '基地' & 'ab'"));
    });

    [Test]
    public void Beyond_the_last_position_pairs_carry_none()
    {
        var vector = SearchText.TsVector(new string('甲', 16_384), "乙丙丁").Split(' ');

        Assert.That(vector[^3..], Is.EqualTo(new[] { "'甲甲':16383", "'乙丙'", "'丙丁'" }));
    }

    [Test]
    public void No_quote_or_operator_reaches_an_engine() =>
        Gen.String.Where(SearchText.IsSearchable).Sample(q =>
            !SearchText.TsQuery(q).Replace(" <-> ", "", StringComparison.Ordinal).Replace(" & ", "", StringComparison.Ordinal)
                .Trim('\'').Replace("''", "", StringComparison.Ordinal).Any(c => c < 128 && !char.IsAsciiLetterOrDigit(c))
            && SearchText.FtsQuery(q).Count(c => c == '"') % 2 == 0);

    [Test]
    public void Full_text_search_and_its_recheck_find_what_the_positions_say()
    {
        using var db = new SqliteConnection("Data Source=:memory:");
        db.Open();
        Run(db, "create virtual table hit using fts5(text, content='', contentless_delete=1, tokenize='ascii', detail=none)");

        Gen.Select(Text, Text, Text.Where(SearchText.IsSearchable)).Sample((subject, summary, q) =>
        {
            Run(db, "delete from hit where rowid = 1");
            Run(db, "insert into hit (rowid, text) values (1, $text)", ("$text", SearchText.FtsDocument(subject, summary)));
            var found = Run(db, "select count(*) from hit where hit match $q", ("$q", SearchText.FtsQuery(q))) is 1L;
            var hit = found && SearchText.Matches(SearchText.Document(subject, summary), q);
            return hit == FoundByPositions(SearchText.Tokens(subject, summary), q);
        }, iter: 3_000, threads: 1);
    }

    [Test]
    public void A_very_long_search_is_still_a_query()
    {
        using var db = new SqliteConnection("Data Source=:memory:");
        db.Open();
        Run(db, "create virtual table hit using fts5(text, content='', contentless_delete=1, tokenize='ascii', detail=none)");
        var q = string.Concat(Enumerable.Range(0x4E00, 1000).Select(c => (char)c));
        Run(db, "insert into hit (rowid, text) values (1, $text)", ("$text", SearchText.FtsDocument(q)));

        Assert.That(Run(db, "select count(*) from hit where hit match $q", ("$q", SearchText.FtsQuery(q))), Is.EqualTo(1L));
    }

    // What PostgreSQL does with the vector and the query: every term's pairs at positions that follow each other.
    static bool FoundByPositions(IReadOnlyList<string> tokens, string q) =>
        SearchText.TsQuery(q).Split(" & ").Select(phrase => phrase.Split(" <-> ").Select(lexeme => lexeme.Trim('\'')).ToArray())
            .All(phrase => Enumerable.Range(0, tokens.Count).Any(at => tokens.Skip(at).Take(phrase.Length).SequenceEqual(phrase)));

    static object? Run(SqliteConnection db, string sql, params (string Name, string Value)[] values)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command.ExecuteScalar();
    }
}
