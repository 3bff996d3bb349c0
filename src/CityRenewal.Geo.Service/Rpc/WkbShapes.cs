using System.Buffers.Binary;
using System.Runtime.InteropServices;
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
        if (TryPlain(wkb))
        {
            _featureStart.Add(_ringStart.Count - 1);
            return null;
        }

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

    /// <summary>
    /// Adds a plain polygon of the usual byte order without making a geometry of it first, which takes longer than measuring it. Whatever
    /// is not just that is left to the reader, which knows what is wrong with it.
    /// </summary>
    private bool TryPlain(ReadOnlySpan<byte> wkb)
    {
        const int head = 9, vertex = 16, least = 4;
        if (wkb.Length < head || wkb[0] != 1 || BinaryPrimitives.ReadUInt32LittleEndian(wkb[1..]) != 3)
        {
            return false;
        }

        var (rings, vertices, at) = (_isHole.Count, _x.Count, head);
        var left = BinaryPrimitives.ReadUInt32LittleEndian(wkb[5..]);
        for (var isFine = left > 0; left > 0; left--)
        {
            var points = isFine && at + 4 <= wkb.Length ? BinaryPrimitives.ReadUInt32LittleEndian(wkb[at..]) : 0;
            isFine = points >= least && points <= (wkb.Length - at - 4) / vertex
                && TryRing(MemoryMarshal.Cast<byte, double>(wkb.Slice(at + 4, (int)points * vertex)));
            if (!isFine)
            {
                _x.RemoveRange(vertices, _x.Count - vertices);
                _y.RemoveRange(vertices, _y.Count - vertices);
                _ringStart.RemoveRange(rings + 1, _ringStart.Count - rings - 1);
                _isHole.RemoveRange(rings, _isHole.Count - rings);
                return false;
            }

            _isHole[^1] = _isHole.Count > rings + 1;
            at += 4 + ((int)points * vertex);
        }

        return _isHole.Count > rings;
    }

    private bool TryRing(ReadOnlySpan<double> ordinates)
    {
        if (!BitConverter.IsLittleEndian || ordinates[0] != ordinates[^2] || ordinates[1] != ordinates[^1])
        {
            return false;
        }

        for (var i = 0; i < ordinates.Length; i += 2)
        {
            if (!(Math.Abs(ordinates[i]) <= Farthest && Math.Abs(ordinates[i + 1]) <= Farthest))
            {
                return false;
            }

            _x.Add(ordinates[i]);
            _y.Add(ordinates[i + 1]);
        }

        _ringStart.Add(_x.Count);
        _isHole.Add(false);
        return true;
    }

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
