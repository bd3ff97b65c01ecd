namespace Mediation.Core.Data;

/// <summary>More writes are waiting than the lane takes; the client may try again shortly.</summary>
public sealed class BusyException() : Exception("The service is busy; please try again in a moment.");
