using System.Globalization;
using System.Security.Cryptography;
using Mediation.Core.Domain;
using Mediation.Core.Features.Meetings;
using MediatR;

namespace Mediation.Api.Seeding;

/// <summary>Two analysis meetings of a centre, a month apart: of the first one's decisions one is done before the second, the other stands on its agenda.</summary>
sealed class MeetingRun(Person centre, DateTimeOffset now) : ITurns
{
    const int MonthBefore = 33;
    const int DaysAgo = 3;

    static readonly TimeSpan Opening = new(14, 30, 0);
    static readonly TimeSpan Lasting = TimeSpan.FromHours(2);
    static readonly TimeSpan UntilDone = TimeSpan.FromDays(9);

    int step;

    /// <summary>The matter that the first decision is about, as the agenda named it.</summary>
    Guid? matter;

    public Guid Id => SeedId.Of($"meetings/{centre.Organisation.Id}");

    public bool IsOver => step == 5;

    public Person NextBy => centre;

    public string Told => $"analysis meetings of {centre.Organisation.Name}, step {step.ToString(CultureInfo.InvariantCulture)}";

    public DateTimeOffset NextAt => step switch
    {
        0 => First,
        1 => First + Lasting,
        2 => First + UntilDone,
        3 => Second,
        _ => Second + Lasting,
    };

    public async Task Take(ISender sender)
    {
        if (step is 0 or 3)
        {
            var opened = await sender.Send(new OpenMeeting
            {
                Id = MeetingId, Digest = Digest(MeetingId), HeldOn = Shanghai.DateOf(NextAt), Place = "综治中心会议室", Host = "严某某（政法委书记）",
            });
            matter = opened.Meeting.Matters.Select(one => (Guid?)one.DisputeId).FirstOrDefault();
        }
        else if (step == 2)
            await sender.Send(new CompleteDecision { Id = MeetingId, CommandId = CommandId, Digest = Digest(CommandId), Number = 1, Note = "已逐户走访，情况稳定。" });
        else
            await sender.Send(Conclusion());
        step++;
    }

    DateTimeOffset First => At(MonthBefore);

    DateTimeOffset Second => At(DaysAgo);

    Guid MeetingId => SeedId.Of($"meetings/{centre.Organisation.Id}/{(step < 3 ? "first" : "second")}");

    Guid CommandId => SeedId.Of($"meetings/{centre.Organisation.Id}/step/{step.ToString(CultureInfo.InvariantCulture)}");

    ConcludeMeeting Conclusion() => new()
    {
        Id = MeetingId, CommandId = CommandId, Digest = Digest(CommandId),
        Attendance =
        [
            new AttendeeBody { Name = "严某某", Post = "政法委书记" }, new AttendeeBody { Name = "孙某某", Post = "司法所所长" }, new AttendeeBody { Name = "吴某某", Post = "人社部门" },
            new AttendeeBody { Name = "齐某某", Post = "派出所所长", Present = false },
        ],
        Forecast = "岁末年初，欠薪、物业费和邻里采光纠纷可能增多。",
        Decisions =
        [
            new DecisionBody { DisputeId = matter, Decision = "逐户走访，一周内再开一次协调会。", Unit = "综治中心", Person = "孙某某", DueOn = Shanghai.DateOf(NextAt).AddDays(10) },
            new DecisionBody { Decision = "开展欠薪纠纷专项排查。", Unit = "人社部门", Person = "吴某某", DueOn = Shanghai.DateOf(NextAt).AddDays(20) },
        ],
    };

    /// <summary>On a working day of the week, in the afternoon.</summary>
    DateTimeOffset At(int daysAgo)
    {
        var day = Shanghai.DateOf(now).AddDays(-daysAgo);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            day = day.AddDays(-1);
        return Shanghai.StartOf(day) + Opening;
    }

    static byte[] Digest(Guid id) => SHA256.HashData(id.ToByteArray(bigEndian: true));
}
