namespace CityRenewal.Geo.Delineation;

/// <summary>How two parcels' nodes hold together.</summary>
/// <param name="Other">The other node.</param>
/// <param name="Border">Length of their common border, 0 where they only face each other across a street.</param>
/// <param name="Saved">Half the outline that is saved by having both in one area.</param>
/// <param name="Joins">Whether the two make an area contiguous.</param>
/// <param name="IsBarred">Whether a barrier lies between: the two are never in one area.</param>
internal readonly record struct Link(int Other, int Border, long Saved, bool Joins, bool IsBarred);
