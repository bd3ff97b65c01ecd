namespace Mediation.Core.Features.Disputes;

/// <summary>The columns of an old ledger: the words of the registering body, or the Chinese ones that stand above a clerk's spreadsheet.</summary>
static class ImportColumns
{
    public const string Number = "number", Id = "id", Type = "type", Area = "areaCode", Risks = "risks";

    /// <summary>Without them nothing can be registered; an empty cell of risks answers the safety question with "none".</summary>
    public static readonly IReadOnlyList<string> Required = [Type, Area, Risks, "applicant"];

    /// <summary>What is told of each party, beside the name.</summary>
    static readonly (string Ending, string Chinese)[] OfParty =
        [("", ""), ("Kind", "类别"), ("IdNumber", "证件号码"), ("Phone", "电话"), ("Address", "住址"), ("Capacity", "行为能力")];

    static readonly (string Column, string Chinese)[] OfMatter =
    [
        (Number, "编号"), (Id, "标识"), (Type, "纠纷类型"), ("subtype", "纠纷细类"), (Area, "地区编码"), (Risks, "风险情形"), ("subject", "事由"),
        ("summary", "简要情况"), ("place", "发生地点"), ("occurredOn", "发生日期"), ("receivedAt", "登记日期"), ("source", "来源"), ("referredBy", "移送单位"),
        ("referralNumber", "移送文号"), ("amount", "涉及金额"), ("peopleInvolved", "涉及人数"), ("performedBy", "调解员"), ("terms", "协议内容"),
        ("performance", "履行方式"), ("formSerial", "登记表编号"),
    ];

    static readonly (string Column, string Chinese)[] OfSides = [("applicant", "申请人"), ("respondent", "被申请人"), ("thirdParty", "第三人")];

    /// <summary>By either word, in any case.</summary>
    static readonly Dictionary<string, string> Names = new(
        OfMatter.Concat(OfSides.SelectMany(side => OfParty.Select(part => (side.Column + part.Ending, side.Chinese + part.Chinese))))
            .SelectMany(column => (KeyValuePair<string, string>[])[new(column.Item1, column.Item1), new(column.Item2, column.Item1)]),
        StringComparer.OrdinalIgnoreCase);

    public static string? Find(string header) => Names.GetValueOrDefault(header);
}
