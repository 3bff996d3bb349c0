using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A layer of the city with what was found in making it.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Defects">Values and shapes that could not be taken as they were.</param>
/// <param name="Notes">What people should know.</param>
internal sealed record MappedLayer(SourceLayer Layer, IReadOnlyList<Defect> Defects, IReadOnlyList<string> Notes)
{
    /// <summary>Values that were not taken as they are written.</summary>
    public IReadOnlyList<ImportedReading> Readings { get; init; } = [];

    /// <summary>Whether the numbers in the file stand in for ids, because it has none: other files use the same.</summary>
    public bool HasNumbersForIds { get; init; }

    /// <summary>The unit of the declared areas where it had to be found out; null where it was named.</summary>
    public string? DeclaredUnit { get; init; }
}
