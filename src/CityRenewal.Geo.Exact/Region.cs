using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Exact;

/// <summary>Land of one planning unit out of which one area is to be chosen; everything else stays out.</summary>
internal sealed class Region
{
    /// <summary>A region.</summary>
    /// <param name="land">The unit.</param>
    /// <param name="nodes">Parcels' nodes that the area may hold.</param>
    public Region(UnitLand land, IEnumerable<int> nodes)
    {
        Land = land;
        Nodes = [.. nodes.Order()];
        IndexOf = new int[land.Count];
        Array.Fill(IndexOf, -1);
        for (var index = 0; index < Nodes.Count; index++)
        {
            IndexOf[Nodes[index]] = index;
        }

        Streets = [.. Enumerable.Range(land.ParcelCount, land.Count - land.ParcelCount).Where(MayBeInside)];
        for (var street = 0; street < Streets.Count; street++)
        {
            IndexOf[Streets[street]] = street;
        }
    }

    /// <summary>The unit.</summary>
    public UnitLand Land { get; }

    /// <summary>Parcels' nodes of the region, ascending.</summary>
    public IReadOnlyList<int> Nodes { get; }

    /// <summary>Street nodes all of whose sides are in the region, ascending.</summary>
    public IReadOnlyList<int> Streets { get; }

    /// <summary>Place of a node in <see cref="Nodes"/> or <see cref="Streets"/>, -1 where it is in neither.</summary>
    public int[] IndexOf { get; }

    /// <summary>Nodes locked in.</summary>
    public IEnumerable<int> Locked => Nodes.Where(Land.IsLockedIn);

    /// <summary>The nodes of an area with free land around it, so many steps far; other areas stay as they are.</summary>
    public static Region Around(UnitFlips unit, int area, int rings)
    {
        var found = Enumerable.Range(0, unit.Land.ParcelCount).Where(node => unit.AreaOf(node) == area).ToHashSet();
        var edge = found.Order().ToList();
        for (var ring = 0; ring < rings; ring++)
        {
            var next = new List<int>();
            foreach (var node in edge)
            {
                foreach (var link in unit.Land.LinksOf(node))
                {
                    if (link.Joins && unit.AreaOf(link.Other) == UnitFlips.None && found.Add(link.Other))
                    {
                        next.Add(link.Other);
                    }
                }
            }

            edge = next;
        }

        return new Region(unit.Land, found);
    }

    /// <summary>The sides of a street.</summary>
    public IEnumerable<int> SidesOf(int street)
    {
        for (var entry = Land.NeighbourStart(street); entry < Land.NeighbourEnd(street); entry++)
        {
            if (Land.Neighbour(entry) < Land.ParcelCount)
            {
                yield return Land.Neighbour(entry);
            }
        }
    }

    private bool MayBeInside(int street) => Land.IsAnchored(street) && SidesOf(street).All(side => IndexOf[side] >= 0);
}
