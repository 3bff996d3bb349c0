using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Features whose first ring is the same as that of an earlier one, from the same vertex or from another one, in the same
/// or the opposite direction. Parcels whose rights lie above or under ground may share an outline and are not named.
/// </summary>
internal static class DuplicateGeometryCheck
{
    private const ulong NoRing = 0;

    public static void Check(LayerFindings findings)
    {
        var shapes = findings.Layer.Shapes;
        if (shapes.Kind != ShapeKind.Polygon)
        {
            return;
        }

        var position = findings.Layer.Column("rights_position") is { } positions ? TextIndex.Of(positions) : null;
        var kind = findings.Layer.Column("kind") is { } kinds ? TextIndex.Of(kinds) : null;
        var keys = new ulong[shapes.Count];
        FixedChunks.Run(shapes.Count, 0, (_, start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                keys[row] = KeyOf(shapes, row);
            }
        });

        var twins = new EqualKeys(keys);
        for (var row = 0; row < shapes.Count; row++)
        {
            if (keys[row] == NoRing || (position is not null && MayShareOutline(position.Utf8(row))))
            {
                continue;
            }

            // A street with a single community is no twin of it.
            var earlier = twins.Before(row);
            if (earlier.Count == 0 || !NameIfSame(findings, [.. earlier.Where(other => kind is null || kind.Utf8(other).SequenceEqual(kind.Utf8(row)))], row))
            {
                twins.Add(row);
            }
        }
    }

    private static bool MayShareOutline(ReadOnlySpan<byte> position) =>
        position.SequenceEqual("above"u8) || position.SequenceEqual("underground"u8);

    private static bool NameIfSame(LayerFindings findings, List<int> earlier, int row)
    {
        foreach (var other in earlier)
        {
            if (Compare(findings.Layer.Shapes, other, row) is { } kind)
            {
                findings.Add(kind, row, $"the same as {findings.NameOf(other)}");
                return true;
            }
        }

        return false;
    }

    // Smallest corner, number of vertices and a sum that does not depend on where the ring starts: min, count and max do not.
    private static ulong KeyOf(SourceShapes shapes, int row)
    {
        var ring = Ring(shapes, row);
        double minX = double.PositiveInfinity, minY = double.PositiveInfinity, maxX = double.NegativeInfinity, maxY = double.NegativeInfinity;
        for (var i = ring.Start; i < ring.Start + ring.Count; i++)
        {
            if (!double.IsFinite(shapes.X[i]) || !double.IsFinite(shapes.Y[i]))
            {
                return NoRing;
            }

            minX = Math.Min(minX, shapes.X[i]);
            minY = Math.Min(minY, shapes.Y[i]);
            maxX = Math.Max(maxX, shapes.X[i]);
            maxY = Math.Max(maxY, shapes.Y[i]);
        }

        return ring.Count < 3 ? NoRing : Mixed(Mixed(Mixed((ulong)ring.Count, minX), minY), maxX + maxY) | 1;
    }

    private static ulong Mixed(ulong hash, double value)
    {
        // Plus zero and minus zero are one coordinate.
        hash = (hash ^ BitConverter.DoubleToUInt64Bits(value + 0.0)) * 0x9E3779B97F4A7C15UL;
        return hash ^ (hash >> 29);
    }

    // The first ring without its closing vertex.
    private static (int Start, int Count) Ring(SourceShapes shapes, int row)
    {
        if (shapes.FeatureStart[row] == shapes.FeatureStart[row + 1])
        {
            return (0, 0);
        }

        int start = shapes.RingStart[shapes.FeatureStart[row]], end = shapes.RingStart[shapes.FeatureStart[row] + 1];
        var closed = end - start > 1 && shapes.X[start] == shapes.X[end - 1] && shapes.Y[start] == shapes.Y[end - 1];
        return (start, end - start - (closed ? 1 : 0));
    }

    private static DefectKind? Compare(SourceShapes shapes, int a, int b)
    {
        var (ringA, ringB) = (Ring(shapes, a), Ring(shapes, b));
        var sameRings = shapes.FeatureStart[a + 1] - shapes.FeatureStart[a] == shapes.FeatureStart[b + 1] - shapes.FeatureStart[b];
        if (!sameRings || ringA.Count != ringB.Count)
        {
            return null;
        }

        for (var offset = 0; offset < ringA.Count; offset++)
        {
            if (!IsSame(shapes, ringA.Start, ringB.Start + offset))
            {
                continue;
            }

            if (Runs(shapes, ringA, ringB, (offset, 1)))
            {
                return offset == 0 ? GeometryDefects.DuplicateGeometry : GeometryDefects.DuplicateRotated;
            }

            if (Runs(shapes, ringA, ringB, (offset, ringA.Count - 1)))
            {
                return GeometryDefects.DuplicateRotated;
            }
        }

        return null;
    }

    private static bool Runs(
        SourceShapes shapes, (int Start, int Count) a, (int Start, int Count) b, (int Offset, int Step) walk)
    {
        long at = walk.Offset;
        for (var i = 0; i < a.Count; i++, at = (at + walk.Step) % b.Count)
        {
            if (!IsSame(shapes, a.Start + i, b.Start + (int)at))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSame(SourceShapes shapes, int a, int b) => shapes.X[a] == shapes.X[b] && shapes.Y[a] == shapes.Y[b];
}
