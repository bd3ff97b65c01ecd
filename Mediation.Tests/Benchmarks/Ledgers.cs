using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Mediation.Benchmarks.Register;

namespace Mediation.Benchmarks;

/// <summary>Old ledgers: the same matters that clients register one by one, as lines of a CSV.</summary>
static class Ledgers
{
    const string Header = "number,type,areaCode,risks,applicant,applicantPhone,applicantAddress,respondent,respondentPhone,summary,place,amount,peopleInvolved\n";

    /// <param name="intakes">Makes the bodies.</param>
    /// <param name="areas">Villages, by turns.</param>
    /// <param name="lines">How many.</param>
    /// <param name="name">Stands before the numbers; another name is another ledger.</param>
    public static byte[] Of(Intakes intakes, IReadOnlyList<long> areas, int lines, string name)
    {
        var csv = new StringBuilder(Header);
        for (var at = 0; at < lines; at++)
        {
            var body = JsonNode.Parse(intakes.Next(areas[at % areas.Count]))!;
            var (one, other) = (body["parties"]![0]!, body["parties"]![1]!);
            csv.Append(CultureInfo.InvariantCulture, $"{name}-{at:D6},{body["type"]},{body["areaCode"]},,{one["name"]},{one["phone"]},{one["address"]},")
                .Append(CultureInfo.InvariantCulture, $"{other["name"]},{other["phone"]},{body["summary"]},{body["place"]},{body["amount"]},{body["peopleInvolved"]}\n");
        }
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    /// <summary>Throws unless every line is new, or known when it is sent again.</summary>
    public static async Task Import(HttpClient client, byte[] ledger, bool again = false)
    {
        using var content = new ByteArrayContent(ledger) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var answer = await client.PostAsync("/api/disputes/import", content);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode || (int)JsonNode.Parse(text)!["refused"]! > 0 || (int)JsonNode.Parse(text)![again ? "registered" : "known"]! > 0)
            throw new InvalidOperationException(text);
    }
}
