namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>What runs along a line of the city's coarse net.</summary>
internal enum LineKind
{
    Avenue,
    Arterial,
    Expressway,
    Railway,
    Stream,
    River,
}
