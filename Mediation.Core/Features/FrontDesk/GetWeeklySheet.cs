using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.FrontDesk;

/// <summary>What a village has to do this week, to be printed and ticked off: limits, follow-ups, screening returns, open signs, and tablets whose work was refused.</summary>
[Needs(Permission.ReadMatters)]
public sealed record GetWeeklySheet(AreaCode? Area, DateOnly? Week) : IQuery<WeeklySheet>;

/// <summary>The sheet of one area and week, Monday to Sunday; what is late from before stands on it too.</summary>
public sealed record WeeklySheet
{
    public required AreaCode AreaCode { get; init; }

    public required string AreaName { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required IReadOnlyList<WeeklyClock> Clocks { get; init; }

    public required IReadOnlyList<WeeklyClock> FollowUps { get; init; }

    /// <summary>Returns that are due or missing.</summary>
    public required IReadOnlyList<RoundView> Rounds { get; init; }

    public required IReadOnlyList<WeeklySign> Signs { get; init; }

    /// <summary>Tablets on which work waits or was refused.</summary>
    public required IReadOnlyList<WeeklyTablet> Tablets { get; init; }
}

/// <summary>A limit of a matter that ends this week or is over.</summary>
public sealed record WeeklyClock(Guid DisputeId, string? Subject, DisputeType Type, RiskLevel Level, Clock Clock, DateOnly DueOn, bool Over);

/// <summary>A sign that has not ended.</summary>
public sealed record WeeklySign(Guid Id, DateOnly FoundOn, string? Place, string? Brief, RiskLevel Level);

public sealed record WeeklyTablet(string Name, int Pending, int Attention, DateTimeOffset? LastSyncAt);

sealed class GetWeeklySheetValidator : AbstractValidator<GetWeeklySheet>
{
    public GetWeeklySheetValidator() => RuleFor(q => q.Week).Must(IsWeek).WithErrorCode("range").WithMessage("No such year.");

    public static bool IsWeek(DateOnly? day) => day is null || day.Value.Year is >= 2000 and < 9000;
}

sealed class GetWeeklySheetHandler(WeeklyReader reader, CurrentUser user) : IQueryHandler<GetWeeklySheet, WeeklySheet>
{
    public Task<WeeklySheet> Handle(GetWeeklySheet query, CancellationToken ct)
    {
        var area = query.Area ?? user.Account.Area;
        return user.Account.SeesArea && user.Account.Area.Holds(area) ? reader.Read(area, query.Week, ct) : throw new NotFoundException("The area");
    }
}
