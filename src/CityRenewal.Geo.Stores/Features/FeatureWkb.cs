using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Features;

/// <summary>Writes features as OGC well-known binary, little-endian, as multi geometries; points stay points while no feature has several.</summary>
public sealed class FeatureWkb(SourceShapes shapes)
{
    private readonly GeometryWriter _writer = new(shapes, srsId: 0);
    private byte[] _room = new byte[1024];

    /// <summary>A feature; empty where it has no parts. Good until the next one is asked for.</summary>
    public ReadOnlySpan<byte> Of(int feature)
    {
        var most = _writer.Room(feature);
        if (_room.Length < most)
        {
            _room = new byte[Math.Max(most, _room.Length * 2)];
        }

        var length = _writer.Write(feature, default, _room);
        return length == 0 ? [] : GeometryWriter.WkbOf(_room.AsSpan(0, length));
    }
}
