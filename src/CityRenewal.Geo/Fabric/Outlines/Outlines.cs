using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Outlines of groups of faces: the half-edges of a group whose twin is not in it, walked to rings. Borders between
/// members cancel exactly, so an outline's area is the sum of its faces and its perimeter what is left.
/// </summary>
public static class Outlines
{
    /// <summary>One feature per group: shells anticlockwise, each followed by its holes clockwise; an empty group is an empty feature.</summary>
    public static PolygonColumns Of(LandFabric fabric, IReadOnlyList<IReadOnlyList<int>> groupsOfFaces)
    {
        var walk = new OutlineWalk(fabric.Columns.Graph);
        foreach (var group in groupsOfFaces)
        {
            walk.Add(group);
        }

        return walk.ToColumns();
    }
}
