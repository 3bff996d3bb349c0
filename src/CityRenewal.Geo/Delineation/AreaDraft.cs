namespace CityRenewal.Geo.Delineation;

/// <summary>One found area before it has a name: its parcels and the faces of its streets, both ascending.</summary>
internal sealed record AreaDraft(int Unit, int[] Parcels, int[] StreetFaces)
{
    /// <summary>The draft of an area's nodes.</summary>
    public static AreaDraft Of(LandNodes nodes, int unit, int[] areaNodes)
    {
        var parcels = new List<int>();
        var streets = new List<int>();
        foreach (var node in areaNodes)
        {
            if (nodes.IsStreet(node))
            {
                streets.Add(nodes.StreetFace[node]);
            }
            else
            {
                parcels.AddRange(nodes.Parcels.AsSpan(nodes.ParcelStart[node]..nodes.ParcelStart[node + 1]));
            }
        }

        parcels.Sort();
        streets.Sort();
        return new AreaDraft(unit, [.. parcels], [.. streets]);
    }
}
