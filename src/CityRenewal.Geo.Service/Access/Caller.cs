using Grpc.Core;

namespace CityRenewal.Geo.Service.Access;

/// <summary>Who calls, and as what.</summary>
/// <param name="Name">The name that records keep.</param>
/// <param name="Role">What the caller may do.</param>
/// <param name="Districts">Ids of the cities, or of districts of them, that the caller is confined to; empty is not confined.</param>
internal sealed record Caller(string Name, V1.Role Role, IReadOnlyList<string> Districts)
{
    private const string Key = "cityrenewal.caller";

    /// <summary>The one user of a service that listens on loopback only.</summary>
    public static Caller Local { get; } = new("local", V1.Role.Administrator, []);

    /// <summary>Who makes a call.</summary>
    public static Caller Of(ServerCallContext context) => context.UserState.TryGetValue(Key, out var known) ? (Caller)known : Local;

    /// <summary>Says who makes a call.</summary>
    public void Take(ServerCallContext context) => context.UserState[Key] = this;
}
