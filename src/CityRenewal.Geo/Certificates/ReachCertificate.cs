namespace CityRenewal.Geo.Certificates;

/// <summary>
/// A priced limit of areas around some nodes. An area that holds the payer has at least the smallest area of land among the nodes
/// inside, or goes on through a node that an inside one leads to; or, where a row is named, an area that lies inside keeps the row.
/// </summary>
/// <param name="Payer">The node, counted from the unit's first; −1 where a row is named.</param>
/// <param name="Inside">Parcels' nodes, the payer among them, ascending.</param>
/// <param name="Price">
/// What twice a square grid unit that lacks costs, or a millionth of the row's unit, in 2⁻³² millionths of a m²; above 0.
/// </param>
public sealed record ReachCertificate(int Payer, int[] Inside, long Price)
{
    /// <summary>
    /// Nodes inside that are held, ascending, the payer among them: the area has among the other nodes inside what the held ones leave
    /// to want of the smallest area, and none of those counts for more than that. Empty where a row is named.
    /// </summary>
    public int[] Held { get; init; } = [];

    /// <summary>The row that an area inside keeps; −1 where a payer asks for land.</summary>
    public int Row { get; init; } = -1;
}
