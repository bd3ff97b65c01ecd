using Mediation.Api.Http;
using Mediation.Core.Features.Dossier;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>The statutory papers of a matter, and the templates behind them.</summary>
static class PaperEndpoints
{
    const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapPapers(this IEndpointRouteBuilder app)
    {
        var documents = app.MapGroup("/api/disputes/{disputeId:guid}/documents").WithTags("Papers").RequireAuthorization();

        documents.MapGet("", List).WithName("ListPapers");
        documents.MapGet("/{paper}.docx", Docx).WithName("GetPaperDocx").Produces<Stream>(StatusCodes.Status200OK, Word).ProducesProblem(403).ProducesProblem(422)
            .WithSummary("A statutory paper as a Word file, unmasked, for the committee that hosts the case; every making is logged.");
        documents.MapGet("/{paper}.html", Page).WithName("GetPaperPage").Produces<string>(StatusCodes.Status200OK, "text/html").ProducesProblem(403).ProducesProblem(422)
            .WithSummary("The same paper as a page to print, logged like the Word file.");

        var papers = app.MapGroup("/api/papers").WithTags("Papers").RequireAuthorization();

        papers.MapGet("", Templates).WithName("ListTemplates");
        papers.MapPost("/{paper}/check", Check).WithName("CheckTemplate").Accepts<Stream>(Word).ProducesProblem(422)
            .WithDescription(
                """
                `paper.placeholder-unknown` and `paper.placeholder-unpaired` name the placeholder in `errors`; `paper.template-damaged` is no Word file;
                `paper.template-outside` refers to something outside itself. A template that passes is put into the folder `Papers:Folder` as `{paper}.docx`.
                """);
    }

    static async Task<Ok<PaperList>> List(Guid disputeId, Guid? caseId, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListPapers(disputeId, caseId), ct));

    static async Task<FileContentHttpResult> Docx(Guid disputeId, string paper, Guid? caseId, int? item, ISender sender, CancellationToken ct)
    {
        var made = await Make(disputeId, paper, caseId, item, "docx", sender, ct);
        return TypedResults.File(made.Paper.Bytes, Word, made.Paper.FileName);
    }

    static async Task<ContentHttpResult> Page(Guid disputeId, string paper, Guid? caseId, int? item, HttpContext context, ISender sender, CancellationToken ct)
    {
        var page = (await Make(disputeId, paper, caseId, item, "html", sender, ct)).Page();
        context.Response.Headers.ContentSecurityPolicy = page.Policy;
        return TypedResults.Content(page.Html, "text/html; charset=utf-8");
    }

    // Written outside the transaction, logged inside it, handed out when the log is on disk.
    static async Task<MadePaper> Make(Guid disputeId, string paper, Guid? caseId, int? item, string format, ISender sender, CancellationToken ct)
    {
        var made = await sender.Send(new MakePaper(disputeId, paper, caseId, item), ct);
        await sender.Send(new LogPaper(made, format), ct);
        return made;
    }

    static async Task<Ok<TemplateList>> Templates(ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new ListTemplates(), ct));

    static async Task<Ok<TemplateCheck>> Check(string paper, HttpRequest request, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new CheckTemplate(paper, await RequestBytes.Read(request, Limits.Table)), ct));
}
