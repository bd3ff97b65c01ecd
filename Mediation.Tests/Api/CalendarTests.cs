using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

sealed class CalendarTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    [TestCase("start=2024-02-05&amount=7&unit=workday", "2024-02-20", false)]
    [TestCase("start=2024-01-31&amount=1&unit=month", "2024-02-29", false)]
    [TestCase("start=2026-09-21&amount=15&unit=Day", "2026-10-08", false)]
    [TestCase("start=2026-06-01&amount=9&unit=YEAR", "2035-06-01", true)]
    [TestCase("start=8999-12-31&amount=900&unit=year", "9900-01-01", true)]
    public async Task A_limit_ends_where_the_calendar_says(string query, string due, bool provisional)
    {
        var deadline = (await (await SignIn("village")).Get($"/api/calendar/deadline?{query}")).Expect(HttpStatusCode.OK);

        Assert.That(((string?)deadline!["due"], (bool)deadline["provisional"]!), Is.EqualTo((due, provisional)));
    }

    [TestCase("amount=7&unit=workday", "start")]
    [TestCase("start=2024-02-30&amount=7&unit=workday", "start")]
    [TestCase("start=9999-12-31&amount=7&unit=workday", "start")]
    [TestCase("start=2024-02-05&unit=workday", "amount")]
    [TestCase("start=2024-02-05&amount=&unit=workday", "amount")]
    [TestCase("start=2024-02-05&amount=seven&unit=workday", "amount")]
    [TestCase("start=2024-02-05&amount=-1&unit=workday", "amount")]
    [TestCase("start=2024-02-05&amount=10001&unit=day", "amount")]
    [TestCase("start=2024-02-05&amount=99999999999&unit=day", "amount")]
    [TestCase("start=2024-02-05&amount=901&unit=year", "amount")]
    [TestCase("start=2024-02-05&amount=7", "unit")]
    [TestCase("start=2024-02-05&amount=7&unit=week", "unit")]
    [TestCase("start=2024-02-05&amount=7&unit=1", "unit")]
    [TestCase("start=2024-02-05&amount=7&unit=day,month", "unit")]
    public async Task A_slip_is_told_with_its_field(string query, string field)
    {
        var answer = await (await SignIn("village")).Get($"/api/calendar/deadline?{query}");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer["errors"]!.AsObject().Select(error => error.Key), Is.EqualTo([field]));
    }

    [Test]
    public async Task Nobody_reckons_without_signing_in() => Assert.That(
        (await App.Anonymous().Get("/api/calendar/deadline?start=2024-02-05&amount=7&unit=day")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));

    [Test]
    public async Task A_new_notice_is_taken_and_the_other_years_stay()
    {
        var admin = await SignIn("admin");

        var answer = await Import(admin, 2031, off: ["2031-01-01", "2031-01-02"], work: ["2031-01-04"]);

        var published = answer.Expect(HttpStatusCode.OK)["published"]!.AsArray().Select(year => (int)year!);
        Assert.That(published, Is.Ordered.And.SupersetOf(Enumerable.Range(2019, 8)).And.Member(2031));
        var deadline = (await admin.Get("/api/calendar/deadline?start=2031-01-03&amount=1&unit=day")).Expect(HttpStatusCode.OK);
        Assert.That(((string?)deadline["due"], (bool)deadline["provisional"]!), Is.EqualTo(("2031-01-04", false)));
    }

    [Test]
    public async Task A_notice_that_comes_again_replaces_its_year()
    {
        var admin = await SignIn("admin");
        (await Import(admin, 2041, off: ["2041-01-01"], work: [])).Expect(HttpStatusCode.OK);

        (await Import(admin, 2041, off: ["2041-01-02"], work: [])).Expect(HttpStatusCode.OK);

        var deadline = (await admin.Get("/api/calendar/deadline?start=2040-12-31&amount=1&unit=day")).Expect(HttpStatusCode.OK);
        Assert.That((string?)deadline["due"], Is.EqualTo("2041-01-01"));
    }

    [TestCase("""{}""", "years")]
    [TestCase("""{ "years": {} }""", "years")]
    [TestCase("""{ "years": { "2032": null } }""", "years.2032")]
    [TestCase("""{ "years": { "2032": { "off": ["2032-01-01"] } } }""", "years.2032")]
    [TestCase("""{ "years": { "1066": { "off": ["1066-10-14"], "work": [] } } }""", "years.1066")]
    [TestCase("""{ "years": { "2032": { "off": ["2033-05-01"], "work": [] } } }""", "years.2032")]
    [TestCase("""{ "years": { "2032": { "off": ["2032-05-01"], "work": ["2032-05-01"] } } }""", "years.2032")]
    [TestCase("""{ "years": { "2032": { "off": [], "work": ["2032-05-01"] } } }""", "years.2032")]
    [TestCase("""{ "years": { "2026": { "off": [], "work": [] } } }""", "years.2026")]
    [TestCase("""{ "years": { "2032": { "off": ["2032-01-01"], "work": ["2031-12-28"] }, "2031": { "off": ["2031-12-28"], "work": [] } } }""", "years")]
    public async Task A_notice_that_makes_no_sense_is_refused_whole(string body, string field)
    {
        var admin = await SignIn("admin");

        var answer = await admin.Send(HttpMethod.Post, "/api/calendar/import", new StringContent(body, null, "application/json"));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer["errors"]!.AsObject().Select(error => error.Key), Is.EqualTo([field]));
        var deadline = (await admin.Get("/api/calendar/deadline?start=2032-05-03&amount=1&unit=workday")).Expect(HttpStatusCode.OK);
        Assert.That((bool)deadline!["provisional"]!, Is.True);
    }

    [TestCase("""{ "years": { "2032": { "off": ["2032-13-01"], "work": [] } } }""")]
    [TestCase("""{ "years": { "next": { "off": ["2032-05-01"], "work": [] } } }""")]
    [TestCase("""{ "years": [] }""")]
    [TestCase("null")]
    public async Task Json_that_does_not_fit_is_a_bad_request(string body) => Assert.That(
        (await (await SignIn("admin")).Send(HttpMethod.Post, "/api/calendar/import", new StringContent(body, null, "application/json"))).Status,
        Is.EqualTo(HttpStatusCode.BadRequest));

    [Test]
    public async Task A_mediator_may_not_change_the_calendar() =>
        Assert.That((await Import(await SignIn("village"), 2033, off: ["2033-01-01"], work: [])).Status, Is.EqualTo(HttpStatusCode.Forbidden));

    static Task<Reply> Import(HttpClient client, int year, string[] off, string[] work) =>
        client.Post("/api/calendar/import", new { years = new Dictionary<string, object> { [$"{year}"] = new { off, work } } });
}
