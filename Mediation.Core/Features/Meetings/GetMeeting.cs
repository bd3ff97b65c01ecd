using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Meetings;

/// <summary>A meeting with its agenda, its decisions, and what became of those before.</summary>
[Needs(Permission.ReadMatters)]
public sealed record GetMeeting(Guid Id) : IQuery<MeetingView>;

sealed class GetMeetingHandler(MeetingReader reader) : IQueryHandler<GetMeeting, MeetingView>
{
    public async Task<MeetingView> Handle(GetMeeting query, CancellationToken ct) => await reader.View((await reader.Find(query.Id, forChange: false, ct)).Meeting, ct);
}
