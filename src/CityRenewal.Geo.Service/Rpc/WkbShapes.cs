using CityRenewal.Geo.Land;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Collects polygons that come as well-known binary, and says what is wrong with those that are none.</summary>
internal sealed class WkbShapes
{
    // Beyond the easting of the last zone with its number in front, in metres; degrees are far less.
    private const double Farthest = 1e8;

    private readonly WKBReader _reader = new();
    private readonly List<double> _x = [];
    private readonly List<double> _y = [];
    private readonly List<int> _ringStart = [0];
    private readonly List<int> _featureStart = [0];
    private readonly List<bool> _isHole = [];

    /// <summary>Adds one outline; a problem is returned in words, and the outline kept as an empty one.</summary>
    public string? TryAdd(ReadOnlySpan<byte> wkb)
    {
        var problem = Read(wkb, out var geometry);
        if (problem is null)
        {
            for (var part = 0; part < geometry!.NumGeometries; part++)
            {
                AddPolygon((Polygon)geometry.GetGeometryN(part));
            }
        }

        _featureStart.Add(_ringStart.Count - 1);
        return problem;
    }

    /// <summary>All outlines so far.</summary>
    public SourceShapes ToShapes() => new()
    {
        Kind = ShapeKind.Polygon,
        X = [.. _x],
        Y = [.. _y],
        RingStart = [.. _ringStart],
        FeatureStart = [.. _featureStart],
        IsHole = [.. _isHole],
    };

    private string? Read(ReadOnlySpan<byte> wkb, out Geometry? geometry)
    {
        geometry = null;
        try
        {
            geometry = _reader.Read(wkb.ToArray());
        }
        catch (Exception fault) when (fault is ParseException or ArgumentException or EndOfStreamException or IOException or OverflowException)
        {
            return $"is no well-known binary ({wkb.Length} bytes: {fault.Message.TrimEnd('.')}). Send OGC WKB of a polygon or multipolygon, rings closed.";
        }

        if (geometry is not (Polygon or MultiPolygon) || geometry.IsEmpty)
        {
            return $"is {(geometry.IsEmpty ? "an empty " : "a ")}{geometry.GeometryType}. Send a polygon or multipolygon.";
        }

        return geometry.Coordinates.FirstOrDefault(point => !(Math.Abs(point.X) <= Farthest && Math.Abs(point.Y) <= Farthest)) is { } bad
            ? $"has the coordinate {bad.X}, {bad.Y}. Every coordinate must be a finite number of a place on Earth."
            : null;
    }

    private void AddPolygon(Polygon polygon)
    {
        AddRing(polygon.ExteriorRing, isHole: false);
        foreach (var hole in polygon.InteriorRings)
        {
            AddRing(hole, isHole: true);
        }
    }

    private void AddRing(LineString ring, bool isHole)
    {
        foreach (var point in ring.Coordinates)
        {
            _x.Add(point.X);
            _y.Add(point.Y);
        }

        _ringStart.Add(_x.Count);
        _isHole.Add(isHole);
    }
}
