using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>What every command and list about scores, trainings and assessments asks first: where, by whom, and whether it was done already.</summary>
[Scoped]
sealed class AssessmentDesk(CurrentUser user, CommandLog commands, OrganisationStore organisations, TimeProvider clock)
{
    public Account Account => user.Account;

    public AreaCode District => user.Account.Area.District;

    public DateOnly Today => Shanghai.DateOf(clock.GetUtcNow());

    public Hand Hand => new(user.Account.Id, user.Account.DisplayName, clock.GetUtcNow());

    /// <summary>An area of the viewer's, their own by default.</summary>
    public AreaCode Within(AreaCode? under)
    {
        var area = under ?? Account.Area;
        return Account.SeesArea && Account.Area.Holds(area) && area.Level >= AreaLevel.District ? area : throw new NotFoundException("The area");
    }

    /// <summary>The same, and there is such a place.</summary>
    public async Task<AreaCode> Known(AreaCode area) => await organisations.KnowsArea(Within(area)) ? area : throw new NotFoundException("The area");

    /// <summary>Registers of the town and the district.</summary>
    public void RequireCentre()
    {
        if (!Account.SeesArea || Account.Tier == Tier.Village)
            throw new ForbiddenException("assessment.not-centre", "The town and the district keep this register.");
    }

    /// <summary>On PostgreSQL the same command may be under way: whoever sends one waits for the others of the same organisation.</summary>
    public async Task<bool> IsReplay(Guid commandId, byte[] digest)
    {
        _ = await organisations.FindForChange(Account.OrganisationId);
        if (await commands.Find(commandId) is not { } known)
            return false;
        return known.Is(Account.Id, digest) ? true : throw new ConflictException("command.reused", "This command id was used for something else.");
    }

    public Task Log(Guid commandId, byte[] digest) => commands.Add(commandId, Account.Id, digest, disputeId: null, version: 1, clock.GetUtcNow());
}

/// <summary>Texts as they are kept.</summary>
static class Written
{
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
