using Mediation.Api.Seeding;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The seeds are told from whatever day the program starts on.</summary>
sealed class StoryTests
{
    [Test]
    public async Task On_no_day_does_a_story_reach_into_the_future_or_into_the_month_that_is_left_alone()
    {
        var (organisations, mediators) = (await SeedFolder.Organisations(default), await SeedFolder.Mediators(default));
        var cast = new Cast(organisations, mediators, [], "");
        var stories = (await SeedFolder.List<DisputeSeed>("disputes.json", default)).Select(seed => new Story(seed, cast)).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stories.Count(story => story.IsLeftAlone), Is.AtLeast(20));
            foreach (var today in Enumerable.Range(0, 62).Select(new DateOnly(2027, 1, 15).AddDays))
                foreach (var story in stories)
                {
                    var last = story.FirstDay(today).AddDays(story.LastDay);
                    Assert.That(last, Is.LessThan(story.IsLeftAlone ? new DateOnly(today.Year, today.Month, 1) : today), $"{story.Seed.Id} on {today:O}");
                }
        }
    }

    [Test]
    public async Task The_days_of_a_story_go_forward()
    {
        var cast = new Cast(await SeedFolder.Organisations(default), await SeedFolder.Mediators(default), [], "");
        foreach (var seed in await SeedFolder.List<DisputeSeed>("disputes.json", default))
            Assert.That(new Story(seed, cast).Steps.Select(step => step.Day), Is.Ordered, seed.Id.ToString());
    }
}
