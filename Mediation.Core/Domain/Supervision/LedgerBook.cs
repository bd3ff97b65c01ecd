using System.Globalization;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Supervision;

/// <summary>The two books of domain 5.3, views of the same matters: 突出矛盾纠纷台账 and 稳定台账.</summary>
public enum LedgerBook { Prominent, Stability }

/// <summary>A column of a book; the first word is its name on the wire.</summary>
public sealed record LedgerColumn(string Key, string Zh, string En);

/// <summary>What stands in a book of a matter. Nothing labels a person: the stability book has no column for kinds of people (domain 12).</summary>
public static class LedgerBooks
{
    static readonly LedgerColumn[] Prominent =
    [
        new("unit", "单位", "Place"), new("brief", "简要情况", "Matter"), new("responsible", "责任单位", "Responsible unit"), new("person", "责任人", "Responsible person"),
        new("leader", "包抓领导", "Sponsoring leader"), new("dueOn", "化解时限", "Due"), new("progress", "化解情况", "Progress"), new("supervision", "交办督办情况", "Supervision"),
        new("clearance", "销号情况", "Clearance"),
    ];

    static readonly LedgerColumn[] Stability =
    [
        new("people", "涉稳群体人数", "People"), new("brief", "涉稳事项", "Matter"), new("keeper", "稳控责任单位、责任人", "Keeps it calm"),
        new("resolver", "化解责任部门、责任人", "Resolves it"), new("type", "诉求类别（大类）", "Type"), new("subtype", "类型（小类）", "Subtype"),
        new("state", "稳定现状", "State"), new("attention", "关注程度", "Attention"), new("alert", "预警级别", "Level"), new("alertOn", "预警日期", "Since"),
    ];

    public static string Title(LedgerBook book) => book == LedgerBook.Prominent ? "突出矛盾纠纷台账" : "稳定台账";

    public static IReadOnlyList<LedgerColumn> Columns(LedgerBook book) => book == LedgerBook.Prominent ? Prominent : Stability;

    /// <summary>One text for each column; `brief` is what the reader may be told, `word` gives the Chinese of a word of the vocabulary.</summary>
    public static IReadOnlyList<string> Cells(LedgerBook book, DisputeFile file, LedgerNames names, Func<string, string, string?> word)
    {
        var (of, sponsorship) = (file.Oversight, file.Oversight.Sponsorship);
        string Word(Enum value) => word(value.GetType().Name, value.ToString()) ?? value.ToString();
        return book == LedgerBook.Prominent
            ?
            [
                names.Area, names.Brief, sponsorship?.Unit ?? names.Responsible, sponsorship?.Person ?? "", Joined(sponsorship?.LeaderName, sponsorship?.LeaderPost),
                Day(sponsorship?.DueOn), Joined(Word(file.Status), sponsorship?.Result), Joined(of.StandingCard is { } card ? Word(card.Kind) : null, of.StandingListing?.Number),
                of.Clearance is { } cleared ? $"{Day(cleared.On)}销号" : "未销号",
            ]
            :
            [
                file.PeopleInvolved.ToString(CultureInfo.InvariantCulture), names.Brief, Joined(sponsorship?.Unit ?? names.Responsible, sponsorship?.Person),
                Joined(names.Holder, sponsorship?.LeaderName), Word(file.Type), file.Subtype is { } code ? word("Subtype", code) ?? code : "", Word(file.Status),
                of.LongPetition is not null ? "信访积案" : of.StandingListing is not null ? "挂牌督办" : "重点关注", Word(file.Level), Day(MajorLedger.Since(file)),
            ];
    }

    static string Joined(params string?[] parts) => string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>The names behind a matter's ids, and its brief as the reader may be told it.</summary>
public sealed record LedgerNames(string Area, string Brief, string Responsible, string Holder);
