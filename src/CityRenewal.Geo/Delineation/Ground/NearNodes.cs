using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>The pairs of parcels' nodes nearer than the spacing between areas, in all units; the same from both ends.</summary>
internal static class NearNodes
{
    private const double LeastCellM = 100;

    /// <summary>First entry of each node and one past the last, and the nodes near it, ascending.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="fabric">The land that they are of.</param>
    /// <param name="spacing">Metres; nearer than this is near.</param>
    public static (int[] Start, int[] Near) Of(LandNodes nodes, LandFabric fabric, double spacing)
    {
        var near = new SortedSet<(int Node, int Other)>();
        var distances = new ParcelDistances(fabric);
        foreach (var (a, b) in CloseBoxes(nodes, distances, spacing * fabric.Plane.UnitsPerMetre, LeastCellM * fabric.Plane.UnitsPerMetre))
        {
            int one = nodes.NodeOfParcel[a], other = nodes.NodeOfParcel[b];
            if (one != other && !near.Contains((one, other)) && distances.AreNearer(a, b, spacing))
            {
                near.Add((one, other));
                near.Add((other, one));
            }
        }

        var start = new int[nodes.Count + 1];
        foreach (var (node, _) in near)
        {
            start[node + 1]++;
        }

        for (var node = 0; node < nodes.Count; node++)
        {
            start[node + 1] += start[node];
        }

        return (start, [.. near.Select(pair => pair.Other)]);
    }

    /// <summary>Pairs of parcels whose boxes, each widened by half the spacing, share a cell; some may come more than once.</summary>
    private static IEnumerable<(int A, int B)> CloseBoxes(LandNodes nodes, ParcelDistances distances, double spacing, double leastCell)
    {
        var cell = Math.Max(leastCell, spacing);
        var half = spacing / 2;
        var cells = new Dictionary<(long X, long Y), List<(int Parcel, GridBox Box)>>();
        foreach (var parcel in nodes.Parcels)
        {
            var box = distances.BoxOf(parcel);
            for (var x = CellOf(box.MinX - half); x <= CellOf(box.MaxX + half); x++)
            {
                for (var y = CellOf(box.MinY - half); y <= CellOf(box.MaxY + half); y++)
                {
                    (cells.TryGetValue((x, y), out var list) ? list : cells[(x, y)] = []).Add((parcel, box));
                }
            }
        }

        return cells.Values.SelectMany(list =>
            from first in Enumerable.Range(0, list.Count)
            from second in Enumerable.Range(first + 1, list.Count - first - 1)
            where list[first].Box.MinX - spacing < list[second].Box.MaxX && list[second].Box.MinX - spacing < list[first].Box.MaxX
                && list[first].Box.MinY - spacing < list[second].Box.MaxY && list[second].Box.MinY - spacing < list[first].Box.MaxY
            select (list[first].Parcel, list[second].Parcel));

        long CellOf(double value) => (long)Math.Floor(value / cell);
    }
}
