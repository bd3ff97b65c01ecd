using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Features.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Api.Seeding;

/// <summary>What those above do about a matter beside its own steps.</summary>
sealed partial class Story
{
    /// <summary>Beside the plot, each on its day and behind what else happens then.</summary>
    void Oversee()
    {
        foreach (var told in seed.Oversight)
            Add(told.Day, told.By switch { Tier.Town => Town, Tier.District => District, _ => Home }, now => Overseen(told, now));
        var byDay = steps.OrderBy(step => step.Day).ToList();
        steps.Clear();
        steps.AddRange(byDay);
    }

    static DisputeCommand Overseen(OversightSeed told, DisputeView now) => told.Act switch
    {
        OversightAct.Major => new MarkLedger { Ledger = LedgerKind.Major, Reason = told.Text },
        OversightAct.Petition => new MarkLedger { Ledger = LedgerKind.LongPetition, Reason = told.Text },
        OversightAct.Sponsor => new AssignSponsor
        {
            LeaderName = told.Leader, LeaderPost = told.Post, LeaderTier = told.Leader is null ? null : told.By, Unit = told.Unit, Person = told.Person,
            DueOn = Day(told, now).AddDays(told.DueInDays), Plan = told.Text,
        },
        OversightAct.Visit => new RecordSponsorVisit { Kind = SponsorVisitKind.Visit, Record = told.Text },
        OversightAct.Confirm => new AdvanceSponsorship { Stage = SponsorshipStage.Confirmed, Result = told.Text, ConfirmedBy = told.Leader },
        OversightAct.Card => new IssueCard { Kind = told.Kind, Opinion = told.Text, DueOn = Day(told, now).AddDays(told.DueInDays) },
        OversightAct.Reply => new ReplyToCard { CardId = now.Oversight!.Cards[^1].Id, Reply = told.Text },
        OversightAct.Cancel => new CancelCard { CardId = now.Oversight!.Cards[^1].Id, Reason = told.Text },
        OversightAct.AskTime => new RequestExtension { Clock = Clock.Matter, Workdays = told.Workdays, Reason = told.Text },
        OversightAct.List => new ListPublicly { Number = told.Text },
    };

    static DateOnly Day(OversightSeed told, DisputeView now) => Shanghai.DateOf(now.ReceivedAt).AddDays(told.Day);
}

/// <summary>What those above do in a story; without a tier it is the village's own answer.</summary>
enum OversightAct { Major, Petition, Sponsor, Visit, Confirm, Card, Reply, Cancel, AskTime, List }

/// <summary>One such act, on a day from the registration.</summary>
sealed record OversightSeed
{
    public required int Day { get; init; }
    public Tier? By { get; init; }
    public required OversightAct Act { get; init; }

    /// <summary>The reason, plan, record, result, opinion, answer or number.</summary>
    public required string Text { get; init; }
    public string? Leader { get; init; }
    public string? Post { get; init; }
    public string? Unit { get; init; }
    public string? Person { get; init; }
    public CardKind? Kind { get; init; }

    /// <summary>From the act on.</summary>
    public int DueInDays { get; init; }
    public int? Workdays { get; init; }
}
