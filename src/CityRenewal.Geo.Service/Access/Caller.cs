using CityRenewal.Geo.Service.Operating.Calls;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Access;

/// <summary>Who calls, and as what.</summary>
/// <param name="Name">The name that records keep.</param>
/// <param name="Role">What the caller may do.</param>
/// <param name="Districts">
/// Ids of the cities that the caller is confined to, each a district 区 of the office; one that ends in `*` stands for all ids
/// that begin so. Empty is not confined.
/// </param>
internal sealed record Caller(string Name, V1.Role Role, IReadOnlyList<string> Districts)
{
    /// <summary>The one user of a service that listens on loopback only.</summary>
    public static Caller Local { get; } = new("local", V1.Role.Administrator, []);

    /// <summary>Whether nothing is known of who calls.</summary>
    public bool IsAnyone => Role == V1.Role.Anyone && Name.StartsWith("anyone", StringComparison.Ordinal);

    /// <summary>Somebody of whom nothing is known but an address.</summary>
    public static Caller Anyone(string address) => new(address.Length == 0 ? "anyone" : $"anyone@{address}", V1.Role.Anyone, []);

    /// <summary>Who makes a call; nobody known where that was not found out.</summary>
    public static Caller Of(ServerCallContext context) => CallNote.Of(context.GetHttpContext())?.Caller ?? Anyone("");

    /// <summary>Whether the caller may touch a city.</summary>
    public bool MayTouch(string city) => Districts.Count == 0 || Districts.Any(district =>
        district.EndsWith('*') ? city.StartsWith(district[..^1], StringComparison.Ordinal) : city == district);
}
