namespace CityRenewal.Geo.Delineation;

/// <summary>A division that areas cross at a price.</summary>
/// <param name="UnitOfNode">The unit that each parcel's node lies in, -1 where it lies in none.</param>
/// <param name="Price">What each unit beyond the first that an area lies in costs, m² of benefit.</param>
internal sealed record SoftDivision(int[] UnitOfNode, double Price)
{
    /// <summary>The divisions of a request on the nodes of a city; a node with parcels of several units lies in that of its first.</summary>
    public static IReadOnlyList<SoftDivision> Of(LandNodes nodes, ProposalGround ground)
    {
        var divisions = new List<SoftDivision>();
        foreach (var asked in ground.Options.Limits.DivisionPrices)
        {
            if (asked.Price > 0 && ground.Facts.Divisions.TryGetValue(asked.Division, out var shares))
            {
                var units = new int[nodes.Count];
                for (var node = 0; node < units.Length; node++)
                {
                    units[node] = nodes.IsStreet(node) ? -1 : shares.Main[nodes.Parcels[nodes.ParcelStart[node]]];
                }

                divisions.Add(new SoftDivision(units, asked.Price));
            }
        }

        return divisions;
    }
}
