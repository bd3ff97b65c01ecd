using Mediation.Api.Http;
using Mediation.Core.Features.Devices;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

static class DeviceEndpoints
{
    public static void MapDevices(this IEndpointRouteBuilder app)
    {
        var devices = app.MapGroup("/api/devices").WithTags("Devices").RequireAuthorization();

        devices.MapGet("", List).WithName("ListDevices");
        devices.MapPut("/{deviceId:guid}", Save).WithName("SaveDevice").ProducesProblem(409);
        devices.MapPost("/{deviceId:guid}/revocation", Revoke).WithName("RevokeDevice");
    }

    static async Task<Ok<Page<DeviceView>>> List(QueryArea? under, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListDevices(under?.Code, cursor, limit ?? 50), ct));

    static async Task<Ok<DeviceView>> Save(Guid deviceId, Body<SaveDevice> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { DeviceId = deviceId }, ct));

    static async Task<Ok<DeviceView>> Revoke(Guid deviceId, Body<RevokeDevice> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { DeviceId = deviceId, Digest = body.Digest }, ct));
}
