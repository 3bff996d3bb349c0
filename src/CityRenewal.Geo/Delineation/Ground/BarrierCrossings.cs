using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>Which faces of the land fabric a barrier's centre line runs through. One per worker, used face after face.</summary>
internal sealed class BarrierCrossings(LandFabric fabric, BarrierPieces pieces)
{
    private const byte Crossable = 1;

    private readonly List<BarrierPiece> _near = [];

    /// <summary>The barriers of a city, cut into short pieces that are found by place.</summary>
    /// <param name="barriers">The barriers.</param>
    /// <param name="plane">Their plane.</param>
    /// <param name="threads">Threads to use, 0 for all.</param>
    /// <param name="crossable">Kinds that may be crossed and therefore count for nothing.</param>
    public static BarrierPieces PiecesOf(Barriers barriers, WorkingPlane plane, int threads, IReadOnlyList<CrossingPrice>? crossable = null) => new(
        barriers,
        [.. barriers.Kinds.Words.Select(kind => crossable?.Any(price => price.Kind == kind) ?? false ? Crossable : (byte)0)],
        plane.UnitsPerMetre,
        new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : -1 });

    /// <summary>Whether more than a length of barrier runs inside a face, farther from its border than a tolerance.</summary>
    /// <param name="face">The face.</param>
    /// <param name="tolerance">How far inside still counts as along the border, grid units.</param>
    /// <param name="length">Length that still counts as none, grid units.</param>
    public bool Cross(int face, double tolerance, double length)
    {
        if (pieces.IsEmpty)
        {
            return false;
        }

        var box = BoxOf(face);
        pieces.Near(box.MinX, box.MinY, box.MaxX, box.MaxY, _near);
        double inside = 0;
        foreach (var piece in _near)
        {
            if (piece.Kind == Crossable)
            {
                continue;
            }

            double x = (piece.FromX + piece.ToX) / 2, y = (piece.FromY + piece.ToY) / 2;
            if (IsInside(face, x, y, tolerance))
            {
                inside += Distance(piece.ToX - piece.FromX, piece.ToY - piece.FromY);
            }
        }

        return inside > length;
    }

    private static double Distance(double dx, double dy) => Math.Sqrt((dx * dx) + (dy * dy));

    private GridBox BoxOf(int face)
    {
        int minX = int.MaxValue, minY = int.MaxValue, maxX = int.MinValue, maxY = int.MinValue;
        foreach (var first in fabric.FaceRings[fabric.FaceRingStart[face]..fabric.FaceRingStart[face + 1]])
        {
            var h = first;
            do
            {
                int x = fabric.VertexX[fabric.Origin[h]], y = fabric.VertexY[fabric.Origin[h]];
                (minX, maxX) = (Math.Min(minX, x), Math.Max(maxX, x));
                (minY, maxY) = (Math.Min(minY, y), Math.Max(maxY, y));
                h = fabric.Next[h];
            }
            while (h != first);
        }

        return new GridBox(minX, minY, maxX, maxY);
    }

    /// <summary>Counts the borders to the right of the point, and leaves as soon as one comes nearer than the tolerance.</summary>
    private bool IsInside(int face, double x, double y, double tolerance)
    {
        var inside = false;
        foreach (var first in fabric.FaceRings[fabric.FaceRingStart[face]..fabric.FaceRingStart[face + 1]])
        {
            var h = first;
            do
            {
                int a = fabric.Origin[h], b = fabric.Target(h);
                double ax = fabric.VertexX[a] - x, ay = fabric.VertexY[a] - y;
                double bx = fabric.VertexX[b] - x, by = fabric.VertexY[b] - y;
                if (tolerance > 0 && DistanceToSegment(ax, ay, bx, by) <= tolerance)
                {
                    return false;
                }

                inside ^= (ay > 0) != (by > 0) && ax + ((bx - ax) * (ay / (ay - by))) > 0;
                h = fabric.Next[h];
            }
            while (h != first);
        }

        return inside;
    }

    private static double DistanceToSegment(double ax, double ay, double bx, double by)
    {
        double dx = bx - ax, dy = by - ay;
        var square = (dx * dx) + (dy * dy);
        var along = square == 0 ? 0 : Math.Clamp(-((ax * dx) + (ay * dy)) / square, 0, 1);
        return Distance(ax + (along * dx), ay + (along * dy));
    }
}
