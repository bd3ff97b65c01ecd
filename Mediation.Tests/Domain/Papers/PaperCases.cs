using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Features.Dossier;
using Mediation.Tests.Domain.Disputes;

namespace Mediation.Tests.Domain.Papers;

/// <summary>Papers of fictional matters, filled from the templates that lie in seeds/, without a database.</summary>
static class PaperCases
{
    static readonly string Seeds = Path.Combine(AppContext.BaseDirectory, "seeds");

    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Words =
        PaperWriter.Words(File.ReadAllText(Path.Combine(Seeds, "reference-labels.json")));

    public static IReadOnlyList<PaperKind> Kinds => Enum.GetValues<PaperKind>();

    public static byte[] Template(PaperKind kind) => File.ReadAllBytes(Path.Combine(Seeds, "papers", $"{kind}.docx"));

    public static PaperNames Names => new()
    {
        Committee = "海口村人民调解委员会", Area = "海口村", Words = Words, People = new Dictionary<Guid, string> { [Given.Host] = "沈试丙" },
    };

    public static PaperContent Content(PaperKind kind, DisputeFile file, MediationCase? of, int? item = null)
    {
        var content = new PaperBuilder(Names, file, of, Given.Now).Build(kind, item);
        content["made"] = "制作于 2026-11-16 09:00　第3版";
        return content;
    }

    public static byte[] Docx(PaperKind kind, DisputeFile file, MediationCase? of, int? item = null) =>
        PaperTemplate.Read(Template(kind)).Fill(Content(kind, file, of, item));

    public static byte[] Docx(PaperKind kind, Dispute dispute, int? item = null) => Docx(kind, dispute.File, dispute.File.Cases is [.., var last] ? last : null, item);

    /// <summary>The words of the body, one line for each paragraph.</summary>
    public static string Text(byte[] docx)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return string.Join('\n', word.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText));
    }

    /// <summary>Everything at once: a written agreement of twenty parties with instalments, sessions, visits, agents, a group, long texts.</summary>
    public static Dispute Everything(int parties = 4, int letters = 200)
    {
        var people = Enumerable.Range(1, parties).Select(n => Given.Named($"周试{n:00}", n % 2 == 1 ? PartySide.Applicant : PartySide.Respondent) with
        {
            Phone = $"138000000{n:00}",
            Address = $"海口村东组{n}号",
            IdType = IdType.ResidentId,
            IdNumber = n == 1 ? "11010519491231002X" : null,
            Agents = n == 1 ? [new Agent { Id = Guid.NewGuid(), Name = "吴试代", Phone = "13900000001", Scope = AgentScope.Special, From = Given.Today.AddDays(-9) }] : [],
        }).ToList();
        var text = string.Concat(Enumerable.Range(0, letters).Select(n => "双方因院墙排水发生争执，经村里多次劝说。"[n % 20]));
        var member = new GroupMember { Id = Guid.NewGuid(), Name = "郑试众", IdNumber = "11010519491231002X" };
        var dispute = Given.Registered(change: file => file with
        {
            Parties = people,
            Summary = text,
            Place = "海口村东组",
            Amount = 12_345.60m,
            Groups = [new PartyGroup { Id = Guid.NewGuid(), Side = PartySide.Applicant, HeadCount = 12, Members = [member], RepresentativeIds = [people[0].Id] }],
            Attachments = [new Attachment { Id = Guid.NewGuid(), OrganisationId = Given.Case().OrganisationId, Kind = AttachmentKind.Evidence, Name = "排水沟照片", Origin = "周试01提供", Sha256 = "00", MediaType = "image/jpeg", Length = 1, Pages = 2, On = Given.Today.AddDays(-8) }],
        });
        var opened = Given.Case() with
        {
            Investigations = [new Investigation { Id = Guid.NewGuid(), On = Given.Today.AddDays(-9), Place = "海口村东组", Participants = ["村干部冯试"], Interviewee = "周试01", Record = text }],
        };
        dispute.Accept(opened, Given.Told(dispute), Given.On(-9));
        dispute.HoldSession(new MediationSession { On = Given.Today.AddDays(-8), Place = "村委会调解室", AttendeeIds = [.. people.Select(p => p.Id)], Invitees = ["冯试亲"], Record = text, Result = SessionResult.Agreed }, Given.On(-8));
        dispute.Agree(Given.Written(
            Given.Owes(1_000) with { DebtorId = people[1].Id, CreditorId = people[0].Id, DueOn = Given.Today, Method = "银行转账", Instalments = [new(Given.Today.AddDays(-1), 400), new(Given.Today, 600)] },
            Given.Owes(null, continuing: true) with { DebtorId = people[1].Id, CreditorId = people[0].Id, Act = "每月清理排水沟" }) with
        { Terms = $"第一条　赔偿损失。\n第二条　{text}", Bindings = [new(member.Id, Binding.Signed, Given.Today.AddDays(-7))] }, Given.On(-7));
        dispute.Perform(dispute.File.Cases[0].Agreement!.Obligations[0].Id, new PerformanceRecord(Given.Today.AddDays(-1), 400, "转账回单"), Given.On(-1));
        dispute.FollowUp(new FollowUpRecord(Given.Today, FollowUpForm.Visit, false, false, 4, text), Given.On(0));
        return dispute;
    }

    /// <summary>A kind and the item that it is about, for matters that have one of each.</summary>
    public static int? ItemOf(PaperKind kind) => kind is PaperKind.PowerOfAttorney or PaperKind.InvestigationRecord or PaperKind.MediationRecord
        or PaperKind.PerformanceReceipt or PaperKind.FollowUpRecord ? 1 : null;
}
