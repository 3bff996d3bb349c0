namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The seed of a unit's search: from the seed of the run, what the unit is, and the number of the restart. A unit is told by
/// its first parcel that has neighbours, so that land elsewhere, and land that leads nowhere, change nothing.
/// </summary>
internal static class UnitSeed
{
    /// <summary>The seed.</summary>
    public static ulong Of(UnitLand land, int restart)
    {
        var seed = SearchRandom.Join(0, land.Limits.Seed);
        for (var node = 0; node < land.ParcelCount; node++)
        {
            if (land.LinksOf(node).Length > 0)
            {
                seed = SearchRandom.Join(SearchRandom.Join(seed, land.TwiceArea(node)), land.Perimeter(node));
                break;
            }
        }

        return SearchRandom.Join(seed, restart);
    }
}
