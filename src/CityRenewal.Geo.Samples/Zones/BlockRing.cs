using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>The outline of one block on the map.</summary>
internal static class BlockRing
{
    /// <summary>Drawn with a pen, anticlockwise, not closed.</summary>
    public static List<Spot> Of(Layout layout, Region region, Pen pen)
    {
        var ring = new List<Spot>();
        for (var k = 0; k < region.Block.Count; k++)
        {
            var (from, to) = (region.Block[k], region.Block[k + 1]);
            var pieces = Math.Max(1, (int)Math.Ceiling((to - from).Length / pen.Spacing));
            for (var piece = 0; piece < pieces; piece++)
            {
                ring.Add(pen.Draw(layout.Bend.ToMap(from.Toward(to, (double)piece / pieces))));
            }
        }

        return ring;
    }
}
