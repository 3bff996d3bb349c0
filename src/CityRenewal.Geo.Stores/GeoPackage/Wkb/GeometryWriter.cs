using System.Buffers.Binary;
using System.Runtime.InteropServices;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.GeoPackage.Wkb;

/// <summary>
/// Writes one feature as a GeoPackage geometry: little-endian, with its box in the header, always as a multi geometry so
/// that a column has one type; points stay points while no feature has several.
/// </summary>
internal sealed class GeometryWriter
{
    private const int HeaderLength = 40;
    private const int WkbStart = 5;

    private readonly SourceShapes _shapes;
    private readonly int _srsId;
    private readonly bool _singlePoints;

    internal GeometryWriter(SourceShapes shapes, int srsId)
    {
        _shapes = shapes;
        _srsId = srsId;
        _singlePoints = shapes.Kind == ShapeKind.Point && !HasSeveralParts(shapes);
        TypeName = shapes.Kind switch
        {
            ShapeKind.Polygon => "MULTIPOLYGON",
            ShapeKind.Line => "MULTILINESTRING",
            _ => _singlePoints ? "POINT" : "MULTIPOINT",
        };
    }

    /// <summary>The type of the geometry column.</summary>
    internal string TypeName { get; }

    /// <summary>Room that a feature needs at most.</summary>
    internal int Room(int feature)
    {
        int first = _shapes.FeatureStart[feature], end = _shapes.FeatureStart[feature + 1];
        var vertices = (long)_shapes.RingStart[end] - _shapes.RingStart[first];
        return checked((int)(HeaderLength + 9 + ((end - first) * 13L) + (vertices * 16L)));
    }

    /// <summary>Writes a feature and returns its length; 0 for a feature without parts, which is stored as NULL.</summary>
    internal int Write(int feature, Envelope box, Span<byte> target)
    {
        int first = _shapes.FeatureStart[feature], end = _shapes.FeatureStart[feature + 1];
        return first == end ? 0 : WriteParts(first, end, box, target);
    }

    /// <summary>Only the WKB of a feature, as the canonical dump and the layer hash take it.</summary>
    internal static ReadOnlySpan<byte> WkbOf(ReadOnlySpan<byte> blob)
    {
        var header = GeometryBlob.HeaderLength(blob);
        return header < 0 || header > blob.Length ? blob : blob[header..];
    }

    private int WriteParts(int first, int end, Envelope box, Span<byte> target)
    {
        var at = WriteHeader(box, target);
        if (_singlePoints)
        {
            return WritePoint(first, target, at);
        }

        var type = _shapes.Kind switch { ShapeKind.Polygon => 6, ShapeKind.Line => 5, _ => 4 };
        at = WriteStart(type, PartCount(first, end), target, at);
        for (var ring = first; ring < end;)
        {
            switch (_shapes.Kind)
            {
                case ShapeKind.Polygon:
                    var next = NextShell(ring, end);
                    at = WriteStart(3, next - ring, target, at);
                    for (; ring < next; ring++)
                    {
                        at = WriteVertices(ring, target, at);
                    }

                    break;
                case ShapeKind.Line:
                    target[at] = 1;
                    BinaryPrimitives.WriteInt32LittleEndian(target[(at + 1)..], 2);
                    at = WriteVertices(ring++, target, at + WkbStart);
                    break;
                default:
                    at = WritePoint(ring++, target, at);
                    break;
            }
        }

        return at;
    }

    // Points need no box in the header, and one without a finite vertex has none.
    private int WriteHeader(Envelope box, Span<byte> target)
    {
        var hasBox = !box.IsEmpty && _shapes.Kind != ShapeKind.Point;
        target[0] = (byte)'G';
        target[1] = (byte)'P';
        target[2] = 0;
        target[3] = hasBox ? (byte)0b0000_0011 : (byte)0b0000_0001;
        BinaryPrimitives.WriteInt32LittleEndian(target[4..], _srsId);
        if (!hasBox)
        {
            return 8;
        }

        BinaryPrimitives.WriteDoubleLittleEndian(target[8..], box.MinX);
        BinaryPrimitives.WriteDoubleLittleEndian(target[16..], box.MaxX);
        BinaryPrimitives.WriteDoubleLittleEndian(target[24..], box.MinY);
        BinaryPrimitives.WriteDoubleLittleEndian(target[32..], box.MaxY);
        return HeaderLength;
    }

    private static int WriteStart(int type, int count, Span<byte> target, int at)
    {
        target[at] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(target[(at + 1)..], type);
        BinaryPrimitives.WriteInt32LittleEndian(target[(at + WkbStart)..], count);
        return at + WkbStart + 4;
    }

    private int WriteVertices(int ring, Span<byte> target, int at)
    {
        int start = _shapes.RingStart[ring], end = _shapes.RingStart[ring + 1];
        BinaryPrimitives.WriteInt32LittleEndian(target[at..], end - start);
        var numbers = MemoryMarshal.Cast<byte, double>(target.Slice(at + 4, (end - start) * 16));
        for (int i = start, to = 0; i < end; i++, to += 2)
        {
            numbers[to] = _shapes.X[i];
            numbers[to + 1] = _shapes.Y[i];
        }

        return at + 4 + ((end - start) * 16);
    }

    private int WritePoint(int ring, Span<byte> target, int at)
    {
        target[at] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(target[(at + 1)..], 1);
        BinaryPrimitives.WriteDoubleLittleEndian(target[(at + WkbStart)..], _shapes.X[_shapes.RingStart[ring]]);
        BinaryPrimitives.WriteDoubleLittleEndian(target[(at + WkbStart + 8)..], _shapes.Y[_shapes.RingStart[ring]]);
        return at + WkbStart + 16;
    }

    private int PartCount(int first, int end)
    {
        if (_shapes.Kind != ShapeKind.Polygon)
        {
            return end - first;
        }

        var parts = 0;
        for (var ring = first; ring < end; ring = NextShell(ring, end))
        {
            parts++;
        }

        return parts;
    }

    // A feature's first ring opens a part even where it is called a hole: a hole without a shell stays visible that way.
    private int NextShell(int ring, int end)
    {
        ring++;
        while (ring < end && _shapes.IsHole.Length > 0 && _shapes.IsHole[ring])
        {
            ring++;
        }

        return ring;
    }

    private static bool HasSeveralParts(SourceShapes shapes)
    {
        for (var feature = 0; feature < shapes.Count; feature++)
        {
            if (shapes.FeatureStart[feature + 1] - shapes.FeatureStart[feature] > 1)
            {
                return true;
            }
        }

        return false;
    }
}
