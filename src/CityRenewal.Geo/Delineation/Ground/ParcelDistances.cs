using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>How far the land of two parcels lies apart in the fabric, metres: 0 where they meet.</summary>
internal sealed class ParcelDistances(LandFabric fabric)
{
    /// <summary>Whether two parcels are nearer than a distance.</summary>
    public bool AreNearer(int a, int b, double metres)
    {
        var limit = metres * fabric.Plane.UnitsPerMetre;
        GridBox boxA = BoxOf(a), boxB = BoxOf(b);
        double dx = Math.Max(0, Math.Max((double)boxA.MinX - boxB.MaxX, (double)boxB.MinX - boxA.MaxX));
        double dy = Math.Max(0, Math.Max((double)boxA.MinY - boxB.MaxY, (double)boxB.MinY - boxA.MaxY));
        return (dx * dx) + (dy * dy) < limit * limit && (AnyNearer(a, b, limit) || AnyNearer(b, a, limit));
    }

    /// <summary>The box around a parcel's land, grid units.</summary>
    public GridBox BoxOf(int parcel)
    {
        int minX = int.MaxValue, minY = int.MaxValue, maxX = int.MinValue, maxY = int.MinValue;
        foreach (var h in EdgesOf(parcel))
        {
            int x = fabric.VertexX[fabric.Origin[h]], y = fabric.VertexY[fabric.Origin[h]];
            (minX, maxX) = (Math.Min(minX, x), Math.Max(maxX, x));
            (minY, maxY) = (Math.Min(minY, y), Math.Max(maxY, y));
        }

        return new GridBox(minX, minY, maxX, maxY);
    }

    // Two outlines that do not cross are nearest at a vertex of one of them.
    private bool AnyNearer(int a, int b, double limit)
    {
        foreach (var h in EdgesOf(a))
        {
            double x = fabric.VertexX[fabric.Origin[h]], y = fabric.VertexY[fabric.Origin[h]];
            foreach (var g in EdgesOf(b))
            {
                int from = fabric.Origin[g], to = fabric.Target(g);
                double ax = fabric.VertexX[from] - x, ay = fabric.VertexY[from] - y;
                double dx = fabric.VertexX[to] - x - ax, dy = fabric.VertexY[to] - y - ay;
                var square = (dx * dx) + (dy * dy);
                var along = square == 0 ? 0 : Math.Clamp(-((ax * dx) + (ay * dy)) / square, 0, 1);
                double nearX = ax + (along * dx), nearY = ay + (along * dy);
                if ((nearX * nearX) + (nearY * nearY) < limit * limit)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private List<int> EdgesOf(int parcel)
    {
        var edges = new List<int>();
        foreach (var face in fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]..fabric.ParcelFaceStart[parcel + 1]])
        {
            foreach (var first in fabric.FaceRings[fabric.FaceRingStart[face]..fabric.FaceRingStart[face + 1]])
            {
                var h = first;
                do
                {
                    edges.Add(h);
                    h = fabric.Next[h];
                }
                while (h != first);
            }
        }

        return edges;
    }
}
