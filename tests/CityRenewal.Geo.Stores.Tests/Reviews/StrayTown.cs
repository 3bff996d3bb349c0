using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Tests.Defects;
using NetTopologySuite.Geometries;

namespace CityRenewal.Geo.Stores.Tests.Reviews;

/// <summary>
/// A town whose lines were drawn with a known stray, the same town as it was meant, and a piece that the development boundary
/// really takes out of one parcel: a strip along its longest side, several times as wide as the stray.
/// </summary>
internal sealed class StrayTown
{
    private const double TimesTruth = 5;
    private static readonly GeometryFactory Factory = new();

    public StrayTown(int parcels, int seed, double stray)
    {
        var meant = SampleCity.Of(new SampleOptions(parcels, seed) { StrayM = 0 });
        var drawn = SampleCity.Of(new SampleOptions(parcels, seed) { StrayM = stray });
        Truth = DrawnTruth.Of(Named(drawn, LayerNames.Udb), Named(meant, LayerNames.Udb), Named(drawn, LayerNames.Parcels));
        Meant = CityAssembly.From(meant, new AssemblyOptions { BaselineYear = 2026 }).City;
        var lots = Named(drawn, LayerNames.Parcels);
        var udb = Named(drawn, LayerNames.Udb);
        var (row, feature, piece) = Encroachment(lots.Shapes, udb.Shapes, TimesTruth * Truth);
        Planted = lots.Column("parcel_id")!.TextOf(row);
        PlantedM2 = piece.Area;
        var pierced = new SourceLayer { Name = udb.Name, Epsg = udb.Epsg, Columns = udb.Columns, Shapes = WithHole(udb.Shapes, feature, piece) };
        Layers = [.. drawn.Select(layer => layer == udb ? pierced : layer)];
    }

    /// <summary>The distance that 95 of 100 places of the boundary along parcels were drawn off by, metres.</summary>
    public double Truth { get; }

    /// <summary>The town as it was meant.</summary>
    public City Meant { get; }

    /// <summary>The layers as they were drawn.</summary>
    public IReadOnlyList<SourceLayer> Layers { get; }

    /// <summary>The parcel that really reaches out of the boundary, and by how much.</summary>
    public string Planted { get; }

    /// <summary>Its land outside, m².</summary>
    public double PlantedM2 { get; }

    /// <summary>The polygons of the parcels, as drawn.</summary>
    public SourceLayer Parcels => Named(Layers, LayerNames.Parcels);

    public static SourceLayer Named(IReadOnlyList<SourceLayer> layers, string name) => layers.Single(layer => layer.Name == name);

    private static (int Row, int Feature, Polygon Piece) Encroachment(SourceShapes lots, SourceShapes udb, double depth)
    {
        Polygon[] zones = [.. Enumerable.Range(0, udb.Count).Select(feature => PolygonOf(udb, feature))];
        for (var row = 0; row < lots.Count; row++)
        {
            var lot = PolygonOf(lots, row);
            var zone = Array.FindIndex(zones, zone => zone.Contains(lot) && zone.Boundary.Distance(lot) > 3 * depth);
            if (lot.Area > 800 && zone >= 0 && StripOf(lot, depth) is { } strip && !Shares(lots, row, strip))
            {
                return (row, zone, strip);
            }
        }

        throw new InvalidOperationException("no parcel of the town is large enough");
    }

    // Rights above or below the ground lie on other parcels: the strip would be taken out of both.
    private static bool Shares(SourceShapes lots, int row, Polygon strip) =>
        Enumerable.Range(0, lots.Count).Any(other => other != row && PolygonOf(lots, other).Intersection(strip).Area > 0.01);

    private static Polygon? StripOf(Polygon lot, double depth)
    {
        var ring = lot.ExteriorRing.Coordinates;
        var longest = Enumerable.Range(1, ring.Length - 1).MaxBy(i => ring[i].Distance(ring[i - 1]));
        var edge = Factory.CreateLineString([ring[longest - 1], ring[longest]]);
        return edge.Length > 4 * depth && lot.Intersection(edge.Buffer(depth, 8, NetTopologySuite.Operation.Buffer.EndCapStyle.Flat)) is Polygon strip
            && strip.Area < lot.Area / 3 ? strip : null;
    }

    private static Polygon PolygonOf(SourceShapes shapes, int feature)
    {
        LinearRing Ring(int ring) => Factory.CreateLinearRing(
            [.. Enumerable.Range(shapes.RingStart[ring], shapes.RingStart[ring + 1] - shapes.RingStart[ring]).Select(i => new Coordinate(shapes.X[i], shapes.Y[i]))]);
        var first = shapes.FeatureStart[feature];
        return Factory.CreatePolygon(Ring(first), [.. Enumerable.Range(first + 1, shapes.FeatureStart[feature + 1] - first - 1).Select(Ring)]);
    }

    private static SourceShapes WithHole(SourceShapes shapes, int feature, Polygon hole)
    {
        var ring = hole.ExteriorRing.Coordinates;
        var (at, to) = (shapes.FeatureStart[feature + 1], shapes.RingStart[shapes.FeatureStart[feature + 1]]);
        bool[] isHole = shapes.IsHole.Length > 0 ? shapes.IsHole : new bool[shapes.RingStart.Length - 1];
        return new SourceShapes
        {
            Kind = shapes.Kind,
            X = [.. shapes.X[..to], .. ring.Select(corner => corner.X), .. shapes.X[to..]],
            Y = [.. shapes.Y[..to], .. ring.Select(corner => corner.Y), .. shapes.Y[to..]],
            RingStart = [.. shapes.RingStart[..(at + 1)], .. shapes.RingStart[at..].Select(start => start + ring.Length)],
            FeatureStart = [.. shapes.FeatureStart.Select((start, i) => i > feature ? start + 1 : start)],
            IsHole = [.. isHole[..at], true, .. isHole[at..]],
        };
    }
}
