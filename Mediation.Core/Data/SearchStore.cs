using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Search;

namespace Mediation.Core.Data;

/// <summary>Full text over subject, summary, place and party names, the same hits on both engines.</summary>
[Scoped]
public sealed class SearchStore(DbSession db)
{
    public async Task Index(DisputeFile file)
    {
        string?[] fields = [file.Subject, file.Summary, file.Place, .. file.Parties.Where(p => p.IsPresent).Select(p => p.Name)];
        var document = new
        {
            District = file.Area.District.Value,
            Town = file.Area.Level == Domain.Areas.AreaLevel.District ? file.Area.Value : file.Area.Town.Value,
            Village = file.Area.Value, file.Id, Text = SearchText.Document(fields),
            Tokens = db.IsSqlite ? SearchText.FtsDocument(fields) : SearchText.TsVector(fields),
        };
        if (!db.IsSqlite)
        {
            await db.Execute(
                """
                insert into search_text (district_code, town_code, village_code, dispute_id, text, tokens)
                values (@District, @Town, @Village, @Id, @Text, cast(@Tokens as tsvector))
                on conflict (district_code, dispute_id) do update
                set town_code = excluded.town_code, village_code = excluded.village_code, text = excluded.text, tokens = excluded.tokens
                """, document);
            return;
        }
        await db.Execute(
            """
            insert into search_text (district_code, town_code, village_code, dispute_id, text)
            values (@District, @Town, @Village, @Id, @Text)
            on conflict (district_code, dispute_id) do update
            set town_code = excluded.town_code, village_code = excluded.village_code, text = excluded.text
            """, document);
        var number = await db.Find<long>("select number from search_text where district_code = @District and dispute_id = @Id", document);
        await db.Execute("delete from search_index where rowid = @number", new { number });
        await db.Execute("insert into search_index (rowid, tokens) values (@number, @Tokens)", new { number, document.Tokens });
    }
}
