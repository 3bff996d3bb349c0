using CityRenewal.Geo.Service.V1;
using Google.Protobuf.Reflection;

namespace CityRenewal.Geo.Service.Access;

/// <summary>The least role of every method: as the contract states it, and for the contracts of others as this table does.</summary>
internal static class MethodRoles
{
    private static readonly Dictionary<string, Role> OfOthers = new(StringComparer.Ordinal)
    {
        ["google.longrunning.Operations/ListOperations"] = Role.Reader,
        ["google.longrunning.Operations/GetOperation"] = Role.Reader,
        ["google.longrunning.Operations/WaitOperation"] = Role.Reader,
        ["google.longrunning.Operations/CancelOperation"] = Role.Planner,
        ["google.longrunning.Operations/DeleteOperation"] = Role.Planner,
        ["grpc.health.v1.Health/Check"] = Role.Anyone,
        ["grpc.health.v1.Health/List"] = Role.Anyone,
        ["grpc.health.v1.Health/Watch"] = Role.Anyone,
        ["grpc.reflection.v1.ServerReflection/ServerReflectionInfo"] = Role.Anyone,
        ["grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo"] = Role.Anyone,
    };

    private static readonly Dictionary<string, Role> All = Read();

    private static readonly HashSet<string> Getting =
    [
        .. WireTypes.Files.SelectMany(file => file.Services).SelectMany(service => service.Methods)
            .Where(method => method.GetOptions()?.GetExtension(Google.Api.AnnotationsExtensions.Http)?.PatternCase == Google.Api.HttpRule.PatternOneofCase.Get)
            .Select(method => $"/{method.Service.FullName}/{method.Name}"),
    ];

    /// <summary>The least role that may call; null where nobody may, because none is stated.</summary>
    /// <param name="method">Full name: `/package.Service/Method`.</param>
    public static Role? Of(string method) => All.TryGetValue(method, out var role) ? role : null;

    /// <summary>The least role that a method states; null where it states none.</summary>
    public static Role? StatedOf(MethodDescriptor method)
    {
        if (OfOthers.TryGetValue($"{method.Service.FullName}/{method.Name}", out var known))
        {
            return known;
        }

        var stated = method.GetOptions()?.GetExtension(AccessExtensions.MayCall) ?? Role.Unspecified;
        return stated == Role.Unspecified ? null : stated;
    }

    /// <summary>Whether a call may change something: it needs more than a reader, and its JSON form does not only get.</summary>
    public static bool MayChange(string method) => Of(method) >= Role.Planner && !Getting.Contains(method);

    private static Dictionary<string, Role> Read()
    {
        var roles = OfOthers.ToDictionary(known => "/" + known.Key, known => known.Value, StringComparer.Ordinal);
        foreach (var method in WireTypes.Files.SelectMany(file => file.Services).SelectMany(service => service.Methods))
        {
            if (StatedOf(method) is { } role)
            {
                roles[$"/{method.Service.FullName}/{method.Name}"] = role;
            }
        }

        return roles;
    }
}
