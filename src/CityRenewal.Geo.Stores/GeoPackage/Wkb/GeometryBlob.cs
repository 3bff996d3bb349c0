using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Stores.GeoPackage.Wkb;

/// <summary>How reading one geometry ended.</summary>
[Flags]
internal enum GeometryOutcome
{
    Fine = 0,

    /// <summary>It had third or measure coordinates, which were left out.</summary>
    HigherDimension = 1,

    /// <summary>It holds arcs or surfaces made of patches: not flat polygons, lines or points.</summary>
    Curved = 2,

    /// <summary>Its bytes make no sense: cut short, or an unknown type.</summary>
    Unreadable = 4,
}

/// <summary>Reads a GeoPackage geometry (header and WKB of either byte order) straight into columns.</summary>
internal static class GeometryBlob
{
    /// <summary>Adds the geometry's parts to the open feature. A missing or empty geometry adds none.</summary>
    internal static GeometryOutcome Read(ReadOnlySpan<byte> blob, ShapeCollector shapes)
    {
        if (blob.IsEmpty)
        {
            return GeometryOutcome.Fine;
        }

        var header = HeaderLength(blob);
        if (header < 0 || header > blob.Length)
        {
            return GeometryOutcome.Unreadable;
        }

        return ReadWkb(blob[header..], shapes);
    }

    /// <summary>Adds a geometry that is only well-known binary to the open feature.</summary>
    internal static GeometryOutcome ReadWkb(ReadOnlySpan<byte> wkb, ShapeCollector shapes)
    {
        var cursor = new WkbCursor(wkb);
        var outcome = Geometry(ref cursor, shapes, depth: 0);
        if ((outcome & (GeometryOutcome.Unreadable | GeometryOutcome.Curved)) != 0)
        {
            shapes.DropOpenFeature();
        }

        return outcome;
    }

    /// <summary>Bytes before the WKB; −1 where this is no GeoPackage geometry.</summary>
    internal static int HeaderLength(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < 8 || blob[0] != 'G' || blob[1] != 'P' || blob[2] != 0 || (blob[3] & 0x20) != 0)
        {
            return -1;
        }

        return ((blob[3] >> 1) & 7) switch
        {
            0 => 8,
            1 => 8 + 32,
            2 or 3 => 8 + 48,
            4 => 8 + 64,
            _ => -1,
        };
    }

    private static GeometryOutcome Geometry(ref WkbCursor cursor, ShapeCollector shapes, int depth)
    {
        if (depth > 32 || !cursor.Start(out var type, out var dimensions))
        {
            return GeometryOutcome.Unreadable;
        }

        var outcome = dimensions > 2 ? GeometryOutcome.HigherDimension : GeometryOutcome.Fine;
        return outcome | type switch
        {
            1 => Point(ref cursor, shapes, dimensions),
            2 => Run(ref cursor, shapes, dimensions, RingRole.Path),
            3 => Polygon(ref cursor, shapes, dimensions),
            4 or 5 or 6 or 7 => Parts(ref cursor, shapes, depth),
            >= 8 and <= 17 => GeometryOutcome.Curved,
            _ => GeometryOutcome.Unreadable,
        };
    }

    private static GeometryOutcome Parts(ref WkbCursor cursor, ShapeCollector shapes, int depth)
    {
        if (!cursor.Count(bytesEach: 5, out var parts))
        {
            return GeometryOutcome.Unreadable;
        }

        var outcome = GeometryOutcome.Fine;
        for (var part = 0; part < parts; part++)
        {
            outcome |= Geometry(ref cursor, shapes, depth + 1);
            if ((outcome & (GeometryOutcome.Unreadable | GeometryOutcome.Curved)) != 0)
            {
                break;
            }
        }

        return outcome;
    }

    private static GeometryOutcome Polygon(ref WkbCursor cursor, ShapeCollector shapes, int dimensions)
    {
        if (!cursor.Count(bytesEach: 4, out var rings))
        {
            return GeometryOutcome.Unreadable;
        }

        for (var ring = 0; ring < rings; ring++)
        {
            if (Run(ref cursor, shapes, dimensions, ring == 0 ? RingRole.Shell : RingRole.Hole) != GeometryOutcome.Fine)
            {
                return GeometryOutcome.Unreadable;
            }
        }

        return GeometryOutcome.Fine;
    }

    private static GeometryOutcome Run(ref WkbCursor cursor, ShapeCollector shapes, int dimensions, RingRole role)
    {
        if (!cursor.Count(dimensions * sizeof(double), out var count))
        {
            return GeometryOutcome.Unreadable;
        }

        shapes.Ring(count, role, out var x, out var y);
        cursor.Vertices(dimensions, x, y);
        return GeometryOutcome.Fine;
    }

    private static GeometryOutcome Point(ref WkbCursor cursor, ShapeCollector shapes, int dimensions)
    {
        Span<double> x = stackalloc double[1], y = stackalloc double[1];
        if (!cursor.Has(dimensions * sizeof(double)))
        {
            return GeometryOutcome.Unreadable;
        }

        cursor.Vertices(dimensions, x, y);
        if (!double.IsNaN(x[0]) || !double.IsNaN(y[0]))
        {
            shapes.Ring(1, RingRole.Point, out var keptX, out var keptY);
            keptX[0] = x[0];
            keptY[0] = y[0];
        }

        return GeometryOutcome.Fine;
    }

    /// <summary>A place in a WKB; never reads past its end.</summary>
    private ref struct WkbCursor(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at;
        private bool _bigEndian;

        /// <summary>Byte order and type; knows the ISO and the extended way of saying Z and M.</summary>
        internal bool Start(out uint type, out int dimensions)
        {
            type = 0;
            dimensions = 2;
            if (!Has(5) || _bytes[_at] > 1)
            {
                return false;
            }

            _bigEndian = _bytes[_at++] == 0;
            var code = Word();
            var extended = ((code & 0x80000000) != 0 ? 1 : 0) + ((code & 0x40000000) != 0 ? 1 : 0);
            if ((code & 0x20000000) != 0 && Has(4))
            {
                Word();
            }

            code &= 0x1fffffff;
            type = code % 1000;
            var iso = (code / 1000) switch { 0 => 0, 1 or 2 => 1, 3 => 2, _ => -1 };
            dimensions = 2 + extended + iso;
            return iso >= 0 && dimensions <= 4;
        }

        internal readonly bool Has(int count) => _bytes.Length - _at >= count;

        /// <summary>A count whose items must all be there: a wrong one is never believed.</summary>
        internal bool Count(int bytesEach, out int count)
        {
            count = 0;
            if (!Has(4))
            {
                return false;
            }

            var items = Word();
            count = (int)items;
            return items <= (uint)((_bytes.Length - _at) / bytesEach);
        }

        internal void Vertices(int dimensions, scoped Span<double> x, scoped Span<double> y)
        {
            var length = x.Length * dimensions * sizeof(double);
            var source = _bytes.Slice(_at, length);
            _at += length;
            if (_bigEndian)
            {
                Swapped(source, dimensions, x, y);
                return;
            }

            var numbers = MemoryMarshal.Cast<byte, double>(source);
            for (int i = 0, from = 0; i < x.Length; i++, from += dimensions)
            {
                x[i] = numbers[from];
                y[i] = numbers[from + 1];
            }
        }

        private static void Swapped(ReadOnlySpan<byte> source, int dimensions, Span<double> x, Span<double> y)
        {
            for (var i = 0; i < x.Length; i++)
            {
                var vertex = source[(i * dimensions * sizeof(double))..];
                x[i] = BinaryPrimitives.ReadDoubleBigEndian(vertex);
                y[i] = BinaryPrimitives.ReadDoubleBigEndian(vertex[sizeof(double)..]);
            }
        }

        private uint Word()
        {
            var word = _bytes.Slice(_at, 4);
            _at += 4;
            return _bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(word) : BinaryPrimitives.ReadUInt32LittleEndian(word);
        }
    }
}
