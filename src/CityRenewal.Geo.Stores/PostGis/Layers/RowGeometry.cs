using System.Buffers.Binary;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>
/// Writes the geometry of a feature as PostGIS takes it: every coordinate to the bit. PostGIS refuses rings that are not closed
/// and lines of a single vertex; such a feature keeps its delivered form beside a closed one, which is what maps show.
/// </summary>
internal sealed class RowGeometry(SourceShapes shapes, int srid)
{
    private const uint HasSrid = 0x20000000;
    private const int Header = 8;

    private readonly GeometryWriter _writer = new(shapes, srid);
    private byte[] _bytes = new byte[4096];

    /// <summary>The type of the geometry column.</summary>
    internal string TypeName => _writer.TypeName;

    /// <summary>Writes the fields of the geometry and of its delivered form.</summary>
    internal void Write(int feature, CopyBuffer row)
    {
        if (shapes.FeatureStart[feature] == shapes.FeatureStart[feature + 1])
        {
            row.Null();
            row.Null();
        }
        else if (ClosedShape.IsTaken(shapes, feature))
        {
            row.Bytes(Extended(_writer, feature));
            row.Null();
        }
        else
        {
            WriteClosed(feature, row);
            row.Bytes(_bytes.AsSpan(Header, Plain(_writer, feature)));
        }
    }

    private void WriteClosed(int feature, CopyBuffer row)
    {
        var closed = ClosedShape.Of(shapes, feature);
        var writer = new GeometryWriter(closed, srid);
        if (closed.FeatureStart[1] == 0 || writer.TypeName != _writer.TypeName)
        {
            row.Null();
            return;
        }

        row.Bytes(Extended(writer, 0));
    }

    // The number of the reference system goes behind the type: it takes the place of the end of the header.
    private ReadOnlySpan<byte> Extended(GeometryWriter writer, int feature)
    {
        var length = Plain(writer, feature);
        if (srid == 0)
        {
            return _bytes.AsSpan(Header, length);
        }

        var start = Header - sizeof(int);
        var type = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(Header + 1));
        _bytes[start] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(start + 1), type | HasSrid);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(start + 5), srid);
        return _bytes.AsSpan(start, length + sizeof(int));
    }

    // Without a box the header is short, and the WKB always begins at the same place.
    private int Plain(GeometryWriter writer, int feature)
    {
        var room = writer.Room(feature);
        if (_bytes.Length < room)
        {
            _bytes = new byte[Math.Max(room, _bytes.Length * 2)];
        }

        return writer.Write(feature, Envelope.Empty, _bytes) - Header;
    }
}
