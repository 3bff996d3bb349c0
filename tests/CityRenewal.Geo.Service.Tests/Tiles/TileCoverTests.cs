using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Tiles;
using CityRenewal.Geo.Shapes;
using CsCheck;
using NetTopologySuite.Geometries;

namespace CityRenewal.Geo.Service.Tests.Tiles;

/// <summary>What the tiles of one zoom show together is what the outline covers, whatever its shape and wherever tiles cut it.</summary>
public class TileCoverTests
{
    private const int Extent = 4096;

    private static readonly GeometryFactory Factory = new();

    // Chongqing: a degree of longitude is 0.87 of one at the equator.
    private static readonly WorkingPlane Plane = new(106.55, 29.56, 28.9, 30.2);

    private static readonly Gen<(int Zoom, int Corners, double RadiusM, int Seed)> Stars = Gen.Select(
        Gen.Int[10, 20], Gen.Int[3, 120], Gen.Double[2, 3_000], Gen.Int[0, 1 << 20]);

    [Fact]
    public void The_tiles_of_a_zoom_cover_an_outline_once_and_hold_valid_shapes_only() => Stars.Sample(
        star =>
        {
            // What spans hundreds of tiles is tried at zooms where it spans few.
            var zoom = Math.Min(star.Zoom, (int)(25.5 - Math.Log2(star.RadiusM)));
            var city = CityOf(StarOf(star.Corners, star.RadiusM, star.Seed));
            Check(city, zoom);
        },
        iter: 300);

    [Fact]
    public void An_outline_that_fills_many_tiles_fills_those_in_its_midst_and_its_hole_stays_empty()
    {
        var ring = new PolygonColumnsBuilder()
            .Ring([-40_000_000, 40_000_000, 40_000_000, -40_000_000], [-40_000_000, -40_000_000, 40_000_000, 40_000_000], isHole: false)
            .Ring([-9_000_000, 9_000_000, 9_000_000, -9_000_000], [-9_000_000, -9_000_000, 9_000_000, 9_000_000], isHole: true)
            .EndFeature().ToColumns();

        Check(CityOf(ring), 16);
    }

    private static void Check(City city, int zoom)
    {
        var tiles = new CityTiles(new CityWork(city));
        double covered = 0;
        foreach (var tile in TileTown.TilesAsync(tiles, zoom).Result)
        {
            var bytes = tiles.OfLayerAsync(LayerNames.Udb, tile).Result;
            Assert.Empty(ReadTile.Faults(bytes));
            foreach (var feature in ReadTile.Features(bytes))
            {
                covered += Within(feature.Shape).Area;
            }
        }

        var outline = OnMap(city.Layer(LayerNames.Udb).Shapes, zoom);
        var lost = outline.Length + 4;
        Assert.InRange(covered, outline.Area - lost, outline.Area + lost);
    }

    private static Geometry Within(Geometry shape) =>
        shape.Intersection(Factory.ToGeometry(new Envelope(0, Extent, 0, Extent)));

    // By the plain formula of the projection, point by point.
    private static Geometry OnMap(PolygonColumns shapes, int zoom)
    {
        double[] longitude = new double[shapes.X.Length], latitude = new double[shapes.X.Length];
        LonLat.Between(Plane).FromGrid(shapes.X, shapes.Y, longitude, latitude);
        var world = Extent * Math.Pow(2, zoom);
        var rings = Enumerable.Range(0, shapes.RingStart.Length - 1).Select(ring => Factory.CreateLinearRing(
        [
            .. Enumerable.Range(shapes.RingStart[ring], shapes.RingStart[ring + 1] - shapes.RingStart[ring]).Select(i => new Coordinate(
                (longitude[i] + 180) / 360 * world,
                (1 - (Math.Log(Math.Tan((Math.PI / 4) + (latitude[i] * Math.PI / 360))) / Math.PI)) / 2 * world)),
        ])).ToList();
        return Factory.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }

    private static City CityOf(PolygonColumns shapes) => new()
    {
        Name = "star",
        Plane = Plane,
        DataVersion = "0",
        Parcels = TileRows.NoParcels,
        Buildings = TileRows.NoBuildings,
        ZoneLayers = new Dictionary<string, Zones>
        {
            [LayerNames.Udb] = new()
            {
                Ids = TextColumn.From(["one"]),
                Names = TextColumn.Missing(1),
                Parents = TextColumn.Missing(1),
                Kinds = CodeColumn.Unknown(1),
                Shapes = shapes,
                Numbers = new Dictionary<string, double[]>(),
            },
        },
    };

    // Spikes and bays around a middle, with a hole of the same shape in it.
    private static PolygonColumns StarOf(int corners, double radiusM, int seed)
    {
        var random = new Random(seed);
        double east = random.NextDouble() * 20_000, north = random.NextDouble() * 20_000;
        var radii = Enumerable.Range(0, corners).Select(_ => radiusM * (0.15 + (0.85 * random.NextDouble()))).ToArray();
        var builder = new PolygonColumnsBuilder();
        Ring(1, isHole: false);
        if (seed % 3 == 0)
        {
            Ring(0.4, isHole: true);
        }

        return builder.EndFeature().ToColumns();

        void Ring(double share, bool isHole)
        {
            var angles = radii.Select((radius, i) => (Angle: 2 * Math.PI * i / corners, Radius: radius * share)).ToList();
            builder.Ring(
                [.. angles.Select(at => (int)Math.Round((east + (at.Radius * Math.Cos(at.Angle))) / Plane.GridSize))],
                [.. angles.Select(at => (int)Math.Round((north + (at.Radius * Math.Sin(at.Angle))) / Plane.GridSize))],
                isHole);
        }
    }
}
