namespace CityRenewal.Geo.Fabric;

/// <summary>What was read from borders: the fabric's arrays and what its ledger needs besides them.</summary>
/// <param name="Columns">The arrays.</param>
/// <param name="TwiceGivenArea">Twice the area within the noded rings of the study area.</param>
/// <param name="OverlappingCount">Number of parcels that share land with another one.</param>
/// <param name="Extent">How far the borders reach.</param>
internal sealed record FabricReading(FabricColumns Columns, Int128 TwiceGivenArea, int OverlappingCount, LineworkExtent Extent);
