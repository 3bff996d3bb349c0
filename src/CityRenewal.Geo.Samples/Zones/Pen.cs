using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>How an outline is drawn.</summary>
/// <param name="Spacing">Greatest distance between vertices on the drawing board, metres.</param>
/// <param name="AlongFronts">
/// True: where the neighbour is outside, the line follows the fronts of the blocks, as lines drawn after parcels do.
/// False: it follows the middle of streets, as the borders of units do.
/// </param>
/// <param name="Strays">How far the pen strays from the place meant; several add up.</param>
internal sealed record Pen(double Spacing, bool AlongFronts, params Digitising[] Strays)
{
    /// <summary>The place where this pen draws a place of the map.</summary>
    public Spot Draw(Spot map)
    {
        foreach (var stray in Strays)
        {
            map = stray.Drawn(map);
        }

        return map.Rounded;
    }
}
