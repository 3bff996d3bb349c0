namespace CityRenewal.Geo.Certificates;

/// <summary>
/// A priced limit that every area which holds one node keeps: among the nodes inside it has at least the smallest area of land,
/// or it goes on through a node that an inside one leads to.
/// </summary>
/// <param name="Payer">The node, counted from the unit's first.</param>
/// <param name="Inside">Parcels' nodes around it, itself among them, ascending.</param>
/// <param name="Price">What twice a square grid unit that lacks costs, in 2⁻³² millionths of a m²; above 0.</param>
public sealed record ReachCertificate(int Payer, int[] Inside, long Price);
