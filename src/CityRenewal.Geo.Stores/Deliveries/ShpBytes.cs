using System.Buffers.Binary;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>Polygons or lines as the bytes of a .shp and its .shx. Shells run clockwise there, so every ring is turned round.</summary>
internal sealed class ShpBytes
{
    private const int FileCode = 9994;
    private const int Version = 1000;
    private const int HeaderLength = 100;

    private readonly SourceShapes _shapes;
    private readonly MemoryStream _records = new();
    private readonly MemoryStream _index = new();

    private ShpBytes(SourceShapes shapes) => _shapes = shapes;

    private int Type => _shapes.Kind == ShapeKind.Line ? 3 : 5;

    /// <summary>Both files.</summary>
    internal static (byte[] Shp, byte[] Shx) Of(SourceShapes shapes)
    {
        var bytes = new ShpBytes(shapes);
        for (var row = 0; row < shapes.Count; row++)
        {
            bytes.AddRecord(row);
        }

        return (bytes.WithHeader(bytes._records), bytes.WithHeader(bytes._index));
    }

    private void AddRecord(int row)
    {
        var content = ContentOf(row);
        Span<byte> head = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(head, (int)(HeaderLength + _records.Length) / 2);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], content.Length / 2);
        _index.Write(head);
        BinaryPrimitives.WriteInt32BigEndian(head, row + 1);
        _records.Write(head);
        _records.Write(content);
    }

    private byte[] ContentOf(int row)
    {
        int first = _shapes.FeatureStart[row], end = _shapes.FeatureStart[row + 1];
        var content = new MemoryStream();
        var writer = new BinaryWriter(content);
        if (first == end)
        {
            writer.Write(0);
            return content.ToArray();
        }

        int from = _shapes.RingStart[first], to = _shapes.RingStart[end];
        writer.Write(Type);
        WriteBox(writer, from, to);
        writer.Write(end - first);
        writer.Write(to - from);
        for (var ring = first; ring < end; ring++)
        {
            writer.Write(_shapes.RingStart[ring] - from);
        }

        for (var ring = first; ring < end; ring++)
        {
            WriteVertices(writer, ring);
        }

        return content.ToArray();
    }

    private void WriteVertices(BinaryWriter writer, int ring)
    {
        int start = _shapes.RingStart[ring], count = _shapes.RingStart[ring + 1] - start;
        for (var i = 0; i < count; i++)
        {
            var vertex = _shapes.Kind == ShapeKind.Line ? start + i : start + count - 1 - i;
            writer.Write(_shapes.X[vertex]);
            writer.Write(_shapes.Y[vertex]);
        }
    }

    private byte[] WithHeader(MemoryStream body)
    {
        var file = new MemoryStream();
        Span<byte> head = stackalloc byte[28];
        head.Clear();
        BinaryPrimitives.WriteInt32BigEndian(head, FileCode);
        BinaryPrimitives.WriteInt32BigEndian(head[24..], (int)(HeaderLength + body.Length) / 2);
        file.Write(head);
        var writer = new BinaryWriter(file);
        writer.Write(Version);
        writer.Write(Type);
        WriteBox(writer, 0, _shapes.X.Length);
        writer.Write(new byte[32]);
        body.WriteTo(file);
        return file.ToArray();
    }

    private void WriteBox(BinaryWriter writer, int from, int to)
    {
        ReadOnlySpan<double> x = _shapes.X.AsSpan(from..to), y = _shapes.Y.AsSpan(from..to);
        double minX = 0, minY = 0, maxX = 0, maxY = 0;
        for (var i = 0; i < x.Length; i++)
        {
            (minX, maxX) = i == 0 ? (x[0], x[0]) : (Math.Min(minX, x[i]), Math.Max(maxX, x[i]));
            (minY, maxY) = i == 0 ? (y[0], y[0]) : (Math.Min(minY, y[i]), Math.Max(maxY, y[i]));
        }

        writer.Write(minX);
        writer.Write(minY);
        writer.Write(maxX);
        writer.Write(maxY);
    }
}
