using CityRenewal.Geo.Shapes;
using NetTopologySuite;
using NetTopologySuite.Geometries;

namespace CityRenewal.Geo.Tests.Overlay;

/// <summary>Small made-up towns on the grid, and the same shapes for NTS.</summary>
internal static class TownPlans
{
    public static readonly WorkingPlane Plane = new(106.5, 29.5, 29.4, 29.6);

    private static readonly GeometryFactory Factory =
        new NtsGeometryServices(GeometryOverlay.NG).CreateGeometryFactory();

    /// <summary>One feature per array of corners (x, y, x, y, …), grid units.</summary>
    public static PolygonColumns Polygons(params int[][] corners)
    {
        var builder = new PolygonColumnsBuilder();
        foreach (var corner in corners)
        {
            AddRing(builder, corner, isHole: false).EndFeature();
        }

        return builder.ToColumns();
    }

    /// <summary>One feature: a shell and its holes.</summary>
    public static PolygonColumns WithHoles(int[] shell, params int[][] holes)
    {
        var builder = AddRing(new PolygonColumnsBuilder(), shell, isHole: false);
        foreach (var hole in holes)
        {
            AddRing(builder, hole, isHole: true);
        }

        return builder.EndFeature().ToColumns();
    }

    public static int[] Rectangle(int x, int y, int width, int height) =>
        [x, y, x + width, y, x + width, y + height, x, y + height];

    /// <summary>A star-shaped ring: simple whatever the radii are.</summary>
    public static int[] Star(int x, int y, double[] radii)
    {
        var ring = new int[radii.Length * 2];
        for (var i = 0; i < radii.Length; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / radii.Length);
            ring[2 * i] = x + (int)Math.Round(radii[i] * cos);
            ring[(2 * i) + 1] = y + (int)Math.Round(radii[i] * sin);
        }

        return ring;
    }

    /// <summary>A partition of a square into columns × columns parcels with shared, shaken corners.</summary>
    public static PolygonColumns Parcels(int columns, int pitch, int seed)
    {
        var random = new Random(seed);
        var x = new int[(columns + 1) * (columns + 1)];
        var y = new int[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = (i % (columns + 1) * pitch) + random.Next(-pitch / 4, pitch / 4);
            y[i] = (i / (columns + 1) * pitch) + random.Next(-pitch / 4, pitch / 4);
        }

        var rings = new List<int[]>();
        for (var i = 0; i < columns * columns; i++)
        {
            int a = (i / columns * (columns + 1)) + (i % columns), b = a + 1, c = a + columns + 2, d = a + columns + 1;
            rings.Add([x[a], y[a], x[b], y[b], x[c], y[c], x[d], y[d]]);
        }

        return Polygons([.. rings]);
    }

    /// <summary>A feature as NTS sees it.</summary>
    public static Geometry ToNts(PolygonColumns shapes, int feature)
    {
        var polygons = new List<Polygon>();
        LinearRing? shell = null;
        var holes = new List<LinearRing>();
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            var isShell = shapes.TwiceAreaOfRing(ring) > 0;
            if (isShell && shell is not null)
            {
                polygons.Add(Factory.CreatePolygon(shell, [.. holes]));
                holes.Clear();
            }

            var line = Factory.CreateLinearRing(CoordinatesOf(shapes, ring));
            if (isShell)
            {
                shell = line;
            }
            else
            {
                holes.Add(line);
            }
        }

        if (shell is not null)
        {
            polygons.Add(Factory.CreatePolygon(shell, [.. holes]));
        }

        return polygons.Count == 1 ? polygons[0] : Factory.CreateMultiPolygon([.. polygons]);
    }

    private static Coordinate[] CoordinatesOf(PolygonColumns shapes, int ring)
    {
        var coordinates = new List<Coordinate>();
        for (var i = shapes.RingStart[ring]; i < shapes.RingStart[ring + 1]; i++)
        {
            coordinates.Add(new Coordinate(shapes.X[i], shapes.Y[i]));
        }

        return [.. coordinates];
    }

    private static PolygonColumnsBuilder AddRing(PolygonColumnsBuilder builder, int[] corners, bool isHole)
    {
        var x = corners.Where((_, i) => i % 2 == 0).ToArray();
        var y = corners.Where((_, i) => i % 2 == 1).ToArray();
        return builder.Ring(x, y, isHole);
    }
}
