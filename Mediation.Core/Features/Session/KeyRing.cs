using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Session;

/// <summary>The keys that sign-in tickets are protected with.</summary>
public sealed record ReadKeyRing : IQuery<IReadOnlyList<string>>;

/// <summary>Keeps a new key for every process of this installation.</summary>
public sealed record StoreKey(string Name, string Value) : ICommand<int>;

/// <summary>A secret of 32 bytes that this installation made for itself.</summary>
public sealed record GetSecret(string Name) : ICommand<byte[]>;

sealed class KeyRingHandler(SecretStore secrets)
    : IQueryHandler<ReadKeyRing, IReadOnlyList<string>>, ICommandHandler<StoreKey, int>, ICommandHandler<GetSecret, byte[]>
{
    const string Prefix = "ticket-key/";

    public Task<IReadOnlyList<string>> Handle(ReadKeyRing query, CancellationToken ct) => secrets.Values(Prefix, ct);

    public Task<int> Handle(StoreKey command, CancellationToken ct) => secrets.Add(Prefix + command.Name, command.Value);

    public Task<byte[]> Handle(GetSecret command, CancellationToken ct) => secrets.Key(command.Name);
}
