namespace Mediation.Core.Domain.Sync;

/// <summary>Whether the browser promised to keep what lies on the tablet.</summary>
public enum DeviceStorage { Persistent, BestEffort }

/// <summary>What the present holder makes of a late submission: entered by ordinary steps, or put aside with a reason.</summary>
public enum LateDecision { Taken, SetAside }
