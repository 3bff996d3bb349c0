using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A file with one or more layers; a layer is read only when it is wanted.</summary>
internal interface IDeliveredFile
{
    /// <summary>Name of the file, without its folder.</summary>
    string Name { get; }

    /// <summary>Names of the layers in it.</summary>
    IReadOnlyList<string> Layers { get; }

    /// <summary>Reads one layer whole.</summary>
    DeliveredLayer Read(string layer, string? encoding, IProgress<WorkProgress>? progress, CancellationToken cancel);
}
