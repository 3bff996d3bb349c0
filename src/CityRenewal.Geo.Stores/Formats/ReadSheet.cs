namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A layer of a file that has become one of the city.</summary>
/// <param name="Mapped">The layer.</param>
/// <param name="Mapping">What made it so.</param>
/// <param name="Source">Its place in the report.</param>
internal sealed record ReadSheet(MappedLayer Mapped, LayerMapping Mapping, int Source);
