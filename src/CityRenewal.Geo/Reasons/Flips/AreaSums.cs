namespace CityRenewal.Geo.Reasons;

/// <summary>What the nodes of an area add up to, in whole numbers.</summary>
/// <param name="rows">Number of rows that areas keep.</param>
internal sealed class AreaSums(int rows)
{
    /// <summary>Benefit, millionths of a m²; outline, length units; twice the net area and twice the streets, square grid units.</summary>
    public FlipChange Land { get; private set; }

    /// <summary>Number of parcels' nodes.</summary>
    public int Members { get; private set; }

    /// <summary>What it takes of each row.</summary>
    public long[] Rows { get; } = new long[rows];

    /// <summary>Adds what a node brings.</summary>
    public void Add(FlipChange change, int members)
    {
        Land = new FlipChange(
            Land.Benefit + change.Benefit,
            Land.Outline + change.Outline,
            Land.TwiceArea + change.TwiceArea,
            Land.TwiceStreets + change.TwiceStreets);
        Members += members;
    }
}
