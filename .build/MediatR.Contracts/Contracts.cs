namespace MediatR;

/// <summary>Any request, with or without a response.</summary>
public interface IBaseRequest;

/// <summary>A request without a response.</summary>
public interface IRequest : IBaseRequest;

/// <summary>A request with a response.</summary>
public interface IRequest<out TResponse> : IBaseRequest;

/// <summary>Something that happened, told to any number of listeners.</summary>
public interface INotification;

/// <summary>A request answered by a stream.</summary>
public interface IStreamRequest<out TResponse>;

/// <summary>The response of a request that has none.</summary>
public readonly struct Unit : IEquatable<Unit>, IComparable<Unit>, IComparable
{
    static readonly Unit TheValue;

    public static ref readonly Unit Value => ref TheValue;

    public static Task<Unit> Task { get; } = System.Threading.Tasks.Task.FromResult(TheValue);

    public int CompareTo(Unit other) => 0;

    int IComparable.CompareTo(object? obj) => 0;

    public bool Equals(Unit other) => true;

    public override bool Equals(object? obj) => obj is Unit;

    public override int GetHashCode() => 0;

    public override string ToString() => "()";

    public static bool operator ==(Unit left, Unit right) => true;

    public static bool operator !=(Unit left, Unit right) => false;

    public static bool operator <(Unit left, Unit right) => false;

    public static bool operator <=(Unit left, Unit right) => true;

    public static bool operator >(Unit left, Unit right) => false;

    public static bool operator >=(Unit left, Unit right) => true;
}
