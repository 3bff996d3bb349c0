namespace CityRenewal.Geo.Reasons;

/// <summary>How much land that is in no area lies together around each free node of a unit: what a new area could be made of.</summary>
internal static class FreeLand
{
    /// <summary>Twice the land of the contiguous free nodes around each parcel's node, square grid units; 0 for members.</summary>
    public static long[] Of(UnitFlips unit)
    {
        var land = unit.Land;
        var together = new long[land.ParcelCount];
        var found = new List<int>();
        for (var start = 0; start < land.ParcelCount; start++)
        {
            if (unit.AreaOf(start) != UnitFlips.None || together[start] != 0)
            {
                continue;
            }

            found.Clear();
            found.Add(start);
            together[start] = -1;
            long sum = 0;
            for (var at = 0; at < found.Count; at++)
            {
                sum += land.TwiceArea(found[at]);
                foreach (var link in land.LinksOf(found[at]))
                {
                    if (link.Joins && unit.AreaOf(link.Other) == UnitFlips.None && together[link.Other] == 0)
                    {
                        together[link.Other] = -1;
                        found.Add(link.Other);
                    }
                }
            }

            found.ForEach(node => together[node] = sum);
        }

        return together;
    }
}
