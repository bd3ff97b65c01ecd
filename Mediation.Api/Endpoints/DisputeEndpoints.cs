using Mediation.Api.Http;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Features.Disputes;
using Mediation.Core.Features.Journal;
using Mediation.Core.Features.Ledger;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

static class DisputeEndpoints
{
    public static void MapDisputes(this IEndpointRouteBuilder app)
    {
        var disputes = app.MapGroup("/api/disputes").WithTags("Disputes").RequireAuthorization();

        disputes.MapGet("", List).WithName("ListDisputes");
        disputes.MapPost("/routing-preview", Preview).WithName("PreviewRouting");
        disputes.MapPost("/import", Import).TakesUpTo(Limits.Ledger).WithName("ImportDisputes").Accepts<string>("text/csv").ProducesProblem(400).ProducesProblem(413)
            .WithSummary("Takes an old ledger from a CSV, every line an ordinary registration.").WithDescription(
                """
                UTF-8, up to 64 MB, one line a matter, columns in any order, named as in the registering body or in Chinese as above a clerk's spreadsheet:
                number (编号, the office's own; or id), type (纠纷类型), areaCode (地区编码), risks (风险情形; an empty cell says there are none) and applicant (申请人);
                where wanted subtype, subject, summary, place, occurredOn, receivedAt (登记日期), source, referredBy, referralNumber, amount, peopleInvolved,
                performedBy (调解员, by id or by name), respondent, thirdParty, and of each side Kind, IdNumber, Phone, Address and Capacity
                (applicantPhone, 申请人电话). Several parties of a side stand in one cell, a;b, and what is told of them in the same order. A matter that was
                settled has terms, performance and, where there was one, formSerial.

                Nothing is taken of a file with a fault: its lines come as `rows: [{line, field, code}]`, the first 1,000, with their `total`. Then lines are
                taken in slices of 200; one that a rule refuses is told in the answer and leaves nothing behind. A line that was taken before is known by its
                number or id: when an import broke off, send the same file again.
                """);
        disputes.MapPut("/{disputeId:guid}", Register).WithName("RegisterDispute");
        disputes.MapGet("/{disputeId:guid}", Get).WithName("GetDispute").Produces(StatusCodes.Status304NotModified);
        disputes.MapGet("/{disputeId:guid}/suggested-mediators", Suggest).WithName("SuggestMediators");
        disputes.MapGet("/{disputeId:guid}/journal", Journal).WithName("GetJournal");
        disputes.MapGet("/{disputeId:guid}/journal/verification", Verify).WithName("VerifyJournal");
        disputes.MapPost("/{disputeId:guid}/reveal", Reveal).WithName("RevealFields");

        disputes.MapPut("/{disputeId:guid}/mediators", Send<AppointMediators>).WithName("AppointMediators");
        disputes.MapStep<AcceptDispute>("acceptance");
        disputes.MapStep<RejectDispute>("rejection");
        disputes.MapStep<GiveNotice>("notices");
        disputes.MapStep<HoldSession>("sessions");
        disputes.MapStep<ReachAgreement>("agreement");
        disputes.MapStep<FailMediation>("failure");
        disputes.MapStep<TerminateMediation>("termination");
        disputes.MapStep<WithdrawApplication>("withdrawal");
        disputes.MapStep<SuspendMediation>("suspension");
        disputes.MapStep<ResumeMediation>("resumption");
        disputes.MapStep<RecordPerformance>("performance");
        disputes.MapStep<RecordFollowUp>("follow-ups");
        disputes.MapStep<CloseDispute>("closure");
        disputes.MapStep<ReopenDispute>("reopening");
        disputes.MapStep<SettleOnTheSpot>("settlement-on-the-spot");
        disputes.MapStep<EscalateDispute>("escalation");
        disputes.MapStep<ReturnDispute>("return");
        disputes.MapStep<ReferOut>("referral");
        disputes.MapStep<CorrectDispute>("corrections");
        disputes.MapStep<ReverseStep>("reversals");
        disputes.MapStep<VoidDispute>("voiding");
        disputes.MapStep<MergeDuplicate>("duplicate-of");
        disputes.MapStep<ChangeParties>("parties");
        disputes.MapStep<EraseTexts>("erasure");

        disputes.MapStep<DeclareStance>("participation");
        disputes.MapStep<NameGuardian>("guardian");
        disputes.MapStep<ChangeAgents>("agents");
        disputes.MapStep<ChangeGroup>("groups");
        disputes.MapPost("/{disputeId:guid}/groups/{groupId:guid}/roster", TakeRoster).WithName(nameof(ImportRoster));
        disputes.MapStep<RecordWaiver>("waivers");
        disputes.MapStep<DeclareInterest>("interest-declarations");
        disputes.MapStep<ChallengeMediator>("challenges");
        disputes.MapStep<DecideChallenge>("challenge-decisions");
        disputes.MapStep<ReportRisk>("risk-reports");
        disputes.MapStep<AssessLevel>("level-assessments");
        disputes.MapStep<AskLowering>("level-lowerings");
        disputes.MapStep<DecideLowering>("level-lowerings/decision");
        disputes.MapStep<ActivatePlan>("special-plans");
        disputes.MapStep<TakePlanStep>("special-plans/steps");
        disputes.MapStep<EndPlan>("special-plans/end");
        disputes.MapStep<RecordInvestigation>("investigations");
        disputes.MapStep<DrawStrokes>("strokes");
        disputes.MapStep<RecordBreach>("breaches");
        disputes.MapStep<MoveConfirmation>("confirmation");
        disputes.MapGet("/{disputeId:guid}/strokes/{strokeId:guid}.svg", Stroke).WithName("GetStroke").Produces<Stream>(StatusCodes.Status200OK, "image/svg+xml")
            .ProducesProblem(403);
        disputes.MapGet("/{disputeId:guid}/clocks", Clocks).WithName("GetClocks");
        disputes.MapStep<NoteLegalFact>("legal-facts");
        disputes.MapStep<ExtendClock>("extensions");
    }

    /// <summary>Every step of a dispute is a POST of its command; the answer is the dispute after it.</summary>
    internal static void MapStep<TCommand>(this RouteGroupBuilder disputes, string path) where TCommand : DisputeCommand =>
        disputes.MapPost($"/{{disputeId:guid}}/{path}", Send<TCommand>).WithName(typeof(TCommand).Name);

    static async Task<Ok<ImportedDisputes>> Import(HttpRequest request, CurrentUser user, DisputeImport import, CancellationToken ct)
    {
        await using var file = await RequestBytes.Spool(request, Limits.Ledger);
        return TypedResults.Ok(await import.Run(file, user.Account, progress: null, ct));
    }

    static async Task<Ok<DisputeView>> Send<TCommand>(Guid disputeId, Body<TCommand> body, ISender sender, CancellationToken ct) where TCommand : DisputeCommand =>
        TypedResults.Ok(await sender.Send((DisputeCommand)(body.Value with { DisputeId = disputeId, Digest = body.Digest }), ct));

    static async Task<Ok<DisputeView>> TakeRoster(Guid disputeId, Guid groupId, Body<ImportRoster> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send((DisputeCommand)(body.Value with { DisputeId = disputeId, GroupId = groupId, Digest = body.Digest }), ct));

    static async Task<Results<Created<DisputeView>, Ok<DisputeView>>> Register(Guid disputeId, Body<RegisterDispute> body, ISender sender, CancellationToken ct) =>
        Answer(await sender.Send(body.Value with { DisputeId = disputeId, Digest = body.Digest }, ct));

    static Results<Created<DisputeView>, Ok<DisputeView>> Answer(Registration registration) => registration.Created
        ? TypedResults.Created($"/api/disputes/{registration.Dispute.Id}", registration.Dispute)
        : TypedResults.Ok(registration.Dispute);

    static async Task<Ok<RoutingPreview>> Preview(Body<PreviewRouting> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value, ct));

    static async Task<Results<Ok<DisputeView>, StatusCodeHttpResult>> Get(Guid disputeId, HttpContext context, ISender sender, CancellationToken ct) =>
        ETags.Answer(context, await sender.Send(new GetDispute(disputeId), ct));

    static async Task<Ok<SuggestedMediators>> Suggest(Guid disputeId, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new SuggestMediators(disputeId), ct));

    static async Task<Ok<DisputeClocks>> Clocks(Guid disputeId, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetClocks(disputeId), ct));

    static async Task<Ok<JournalView>> Journal(Guid disputeId, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetJournal(disputeId), ct));

    static async Task<Ok<JournalVerification>> Verify(Guid disputeId, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new VerifyJournal(disputeId), ct));

    static async Task<ContentHttpResult> Stroke(Guid disputeId, Guid strokeId, ISender sender, CancellationToken ct) =>
        TypedResults.Text(await sender.Send(new GetStroke(disputeId, strokeId), ct), "image/svg+xml");

    static async Task<Ok<RevealedFields>> Reveal(Guid disputeId, Body<RevealFields> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { DisputeId = disputeId }, ct));

    static async Task<Ok<Page<LedgerItem>>> List([AsParameters] LedgerQuery query, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(query.ToList(), ct));
}

/// <summary>The filters of the ledger as they stand in the URL.</summary>
sealed record LedgerQuery(
    QueryArea? Under, QueryWord<Tier>? Tier, QueryWord<DisputeStatus>? Status, QueryWord<DisputeType>? Type, QueryWord<RiskLevel>? Risk, bool? Overdue, Guid? Holder,
    string? Q, QueryDate? From, QueryDate? To, string? Sort, string? Cursor, int? Limit)
{
    public ListDisputes ToList() => new()
    {
        Under = Under?.Code, Tier = Tier?.Value, Status = Status?.Value, Type = Type?.Value, Risk = Risk?.Value, Overdue = Overdue, Holder = Holder, Q = Q,
        From = From?.Date, To = To?.Date, Sort = Sort, Cursor = Cursor, Limit = Limit ?? 50,
    };
}
