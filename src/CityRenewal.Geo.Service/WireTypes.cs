using System.Reflection;
using Google.Protobuf.Reflection;
using Google.Rpc;

namespace CityRenewal.Geo.Service;

/// <summary>Every file of the contract, found by its generated code, so that a new one is known by itself.</summary>
internal static class WireTypes
{
    /// <summary>The files of the contract, sorted by name.</summary>
    public static IReadOnlyList<FileDescriptor> Files { get; } =
    [
        .. typeof(WireTypes).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal) && type.IsAbstract && type.IsSealed)
            .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .OfType<FileDescriptor>()
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>What a message of any type may hold, in JSON.</summary>
    public static TypeRegistry Registry { get; } = TypeRegistry.FromFiles([.. Files, ErrorDetailsReflection.Descriptor]);
}
