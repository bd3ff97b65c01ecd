using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Papers;

public sealed partial class PaperBuilder
{
    void SayInvestigation(int? item)
    {
        var found = item is { } at ? of?.Investigations.ElementAtOrDefault(at - 1) : null;
        content["investigatedOn"] = Day(found?.On);
        content["investigationPlace"] = Guarded(found?.Place);
        content["investigationPeople"] = Listed(Guarded(found?.Participants ?? []));
        content["interviewee"] = Guarded(found?.Interviewee);
        content["investigation"] = Guarded(found?.Record);
        content.Say("evidence", PaperFit.Evidence(file, of).Select((proof, at) =>
        {
            var line = new PaperContent();
            line["index"] = Figure(at + 1);
            line["name"] = Guarded(proof.Name);
            line["origin"] = Guarded(proof.Origin);
            line["on"] = Day(proof.On);
            line["sheets"] = Figure(proof.Pages);
            return line;
        }));
    }

    void SaySession(int? item)
    {
        var held = item is { } at ? of?.Sessions.ElementAtOrDefault(at - 1) : null;
        content["session"] = item is { } number ? Figure(number) : null;
        content["sessionOn"] = Day(held?.On);
        content["sessionPlace"] = Guarded(held?.Place);
        content["attendees"] = held is null ? null : NamesOf(held.AttendeeIds);
        content["invitees"] = held is null ? null : Listed(Guarded(held.Invitees)) ?? "无";
        // 人民调解法 23: nobody sits down before being told, so who was there was told.
        content["told"] = held is null ? PaperNames.Tick("已告知", false) : PaperNames.Tick("已告知", held.AttendeeIds.All(WasTold));
        content["record"] = Guarded(held?.Record);
        content["result"] = string.Join('　', Enum.GetValues<SessionResult>().Select((result, place) =>
            PaperNames.Tick($"{"①②③"[place]}{names.Word(result)}", held?.Result == result)));
    }

    bool WasTold(Guid partyId) => file.Parties.FirstOrDefault(p => p.Id == partyId)?.Notice is not null;

    void SayVisit(int? item)
    {
        var visit = item is { } at ? PaperFit.Visits(file, of).ElementAtOrDefault(at - 1) : null;
        content["visitedOn"] = Day(visit?.On);
        content["visitForm"] = names.Ticked(visit is null ? [] : new[] { visit.By });
        content["visitPerformed"] = $"{PaperNames.Tick("已履行", visit is { Performed: true })}　{PaperNames.Tick("未履行完毕", visit is { Performed: false })}";
        content["visitRelapse"] = $"{PaperNames.Tick("有反复", visit is { Relapse: true })}　{PaperNames.Tick("无反复", visit is { Relapse: false })}";
        content["satisfaction"] = string.Join('　', new[] { "很不满意", "不满意", "一般", "满意", "很满意" }.Select((word, place) =>
            PaperNames.Tick(word, visit?.Satisfaction == place + 1)));
        content["visit"] = Guarded(visit?.Record);
    }
}
