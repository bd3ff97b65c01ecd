using System.Globalization;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Parties;

namespace Mediation.Core.Domain.Papers;

/// <summary>
/// Says what a paper of a matter contains (司发通〔2010〕239号): the same names for every kind, so that an office may use any of them in
/// any template; what belongs to one session, visit or receipt is said of the one that is asked for.
/// </summary>
public sealed partial class PaperBuilder(PaperNames names, DisputeFile file, MediationCase? of, DateTimeOffset now)
{
    public const string Pending = "编号待发";
    public const string Confidential = "依法保密";

    readonly PaperContent content = new();

    DateOnly Today => Shanghai.DateOf(now);

    IEnumerable<Party> Present => file.Parties.Where(p => p.IsPresent);

    IEnumerable<Party> Signing => of?.Agreement?.SignatoryIds is { } ids
        ? ids.Select(id => file.Parties.FirstOrDefault(p => p.Id == id)).OfType<Party>()
        : Present.Where(p => p.IsIdentified && p.Side != PartySide.ThirdParty);

    /// <summary>The content of one paper; `item` counts from 1 and null leaves what belongs to an item to be written by hand.</summary>
    public PaperContent Build(PaperKind kind, int? item)
    {
        SayMatter();
        SayParties();
        SayAgreement();
        SayEnding();
        SayDossier();
        SayConfirmation();
        SayAgent(kind == PaperKind.PowerOfAttorney ? item : null);
        SayInvestigation(kind == PaperKind.InvestigationRecord ? item : null);
        SaySession(kind == PaperKind.MediationRecord ? item : null);
        SayPerformance(kind == PaperKind.PerformanceReceipt ? item : null);
        SayVisit(kind == PaperKind.FollowUpRecord ? item : null);
        return content;
    }

    void SayMatter()
    {
        content["committee"] = names.Committee;
        content["number"] = Number;
        content["agreementNumber"] = of?.Agreement?.Number ?? Number;
        content["formSerial"] = of?.Agreement?.FormSerial;
        content["title"] = $"{Short(PartySide.Applicant)}与{Short(PartySide.Respondent)}{names.Word(file.Type)}";
        content["mediator"] = names.Person(of?.HostId);
        content["mediators"] = Listed(new[] { of?.HostId }.Concat((of?.AssistantIds ?? []).Select(id => (Guid?)id)).Select(names.Person));
        content["today"] = Day(Today);
        content["type"] = names.Word(file.Type);
        content["subject"] = Guarded(file.Subject);
        content["summary"] = content["facts"] = Guarded(file.Summary ?? file.Subject);
        content["place"] = Guarded(file.Place);
        content["area"] = names.Area;
        content["occurredOn"] = Day(file.OccurredOn);
        content["receivedOn"] = Day(Shanghai.DateOf(file.ReceivedAt));
        content["amount"] = file.Amount is { } amount ? ChineseAmount.InFigures(amount) : null;
        content["people"] = file.PeopleInvolved.ToString(CultureInfo.InvariantCulture);
        content["source"] = Sources();
        content["sourceWord"] = names.Word(file.Source);
        content["referrer"] = file.ReferredBy is { } organ ? names.Word(organ) : null;
        content["referralNumber"] = file.ReferralNumber;
        content["acceptedOn"] = of is null || PaperFit.IsRejected(of) ? null : Day(of.AcceptedOn);
        content["endedOn"] = Day(of?.EndedOn);
        content["closedOn"] = Day(file.ClosedOn);
        content["mediatedFrom"] = of is null ? null : Day(of.Sessions.Count > 0 ? of.Sessions[0].On : of.AcceptedOn);
        content["mediatedTo"] = Day(of?.EndedOn);
        content.Say("accepted", of is not null && !PaperFit.IsRejected(of));
        content.Say("open", of is { IsOpen: true });
        content.Say("agreed", of is { IsAgreed: true });
    }

    /// <summary>Given at acceptance by the server (domain 12); a matter that was not accepted never gets one.</summary>
    string? Number => of?.Number ?? (of is not null && PaperFit.IsRejected(of) ? null : Pending);

    /// <summary>The register knows two ways besides referral; the official form prints them with figures in circles.</summary>
    string Sources() => string.Join('　',
        PaperNames.Tick("①当事人申请", file.Source == Source.PartyApplication), PaperNames.Tick("②主动调解", file.Source == Source.CommitteeInitiated),
        PaperNames.Tick("③委托移送", file.Source == Source.EntrustedReferral));

    /// <summary>A cover has one line: of more than three the first stands for all.</summary>
    string Short(PartySide side) => Present.Where(p => p.Side == side).Select(Called).OfType<string>().ToList() switch
    {
        [] => "某方",
        { Count: > 3 } many => $"{many[0]}等{many.Count}人",
        var few => string.Join('、', few),
    };

    string? Joined(PartySide side) => Listed(Present.Where(p => p.Side == side).Select(Called));

    static string? Listed(IEnumerable<string?> words) => string.Join('、', words.Where(w => !string.IsNullOrWhiteSpace(w))) is { Length: > 0 } listed ? listed : null;

    string? NamesOf(IEnumerable<Guid> ids) => Listed(ids.Select(id => file.Parties.FirstOrDefault(p => p.Id == id)).Select(Called));

    string? NameOf(Guid id) => NamesOf([id]) ?? file.Groups.SelectMany(g => g.Members).FirstOrDefault(m => m.Id == id)?.Name;

    static string? Day(DateOnly? date) => date is { } day ? $"{day.Year}年{day.Month}月{day.Day}日" : null;

    /// <summary>
    /// Address and phone of a protected victim stay off every paper (反家庭暴力法 5, 29; domain 12), also where somebody wrote them
    /// into a text: most papers go to both sides, and the dossier is read by both. Names, numbers and days are never changed: an
    /// address may be no more than the name of the village that stands in that of the committee.
    /// </summary>
    string? Guarded(string? typed) => typed is null ? null
        : Secrets.Aggregate(typed, (told, secret) => told.Replace(secret, Confidential, StringComparison.Ordinal));

    IReadOnlyList<string> Guarded(IReadOnlyList<string> typed) => [.. typed.Select(text => Guarded(text)!)];

    IEnumerable<string> Secrets => file.Parties.Where(p => p.Protected)
        .SelectMany(p => (string?[])[p.Phone, p.Phone is { } phone ? Phone.Normalise(phone) : null, p.Address]).OfType<string>()
        .Select(s => s.Trim()).Where(s => s.Length > 3).Distinct().OrderByDescending(s => s.Length);

    string? Called(Party? party) => party?.Name ?? Guarded(party?.Description);
}
