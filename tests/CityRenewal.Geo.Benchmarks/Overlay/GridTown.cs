using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Benchmarks.Overlay;

/// <summary>
/// A town for timing: parcels of 40 m with shaken, shared corners and side midpoints, 1.5 turned buildings each, rows along
/// a Hilbert curve, and zones of any number of vertices.
/// </summary>
internal sealed class GridTown
{
    private const int Pitch = 400_000;

    private readonly int _columns;
    private readonly int _seed;

    public GridTown(int parcels, int seed = 7)
    {
        _columns = (int)Math.Round(Math.Sqrt(parcels));
        _seed = seed;
        Cells = HilbertOrder(_columns);
        Parcels = MakeParcels();
        Buildings = MakeBuildings();
    }

    public static WorkingPlane Plane { get; } = new(106.5, 29.5, 29.4, 29.6);

    public PolygonColumns Parcels { get; }

    public PolygonColumns Buildings { get; }

    private double Side => (double)_columns * Pitch;

    private (int X, int Y)[] Cells { get; }

    /// <summary>Storeys of a building: 1 to 7 in turn.</summary>
    public static int StoreysOf(int building) => 1 + (building % 7);

    /// <summary>The parcels of the town with ids and nothing else.</summary>
    public Land.Parcels Lots()
    {
        var count = Parcels.Count;
        return new Land.Parcels
        {
            Ids = Numbered(count), Shapes = Parcels, LegalArea = new double[count], LegalPerimeter = new double[count],
            DeclaredArea = new double[count], FarLimit = new double[count], LandUse = CodeColumn.Unknown(count),
            LandUseSystem = CodeColumn.Unknown(count),
            Positions = new RightsPosition[count], Locks = new ParcelLock[count],
        };
    }

    /// <summary>The buildings of the town, of which the storeys, households and people are known.</summary>
    public Land.Buildings Stock()
    {
        var count = Buildings.Count;
        int[] storeys = [.. Enumerable.Range(0, count).Select(StoreysOf)], unknown = Enumerable.Repeat(Unknown.Integer, count).ToArray();
        return new Land.Buildings
        {
            Ids = Numbered(count), Shapes = Buildings, ParcelIds = TextColumn.Missing(count), StoreysAboveColumn = storeys,
            StoreysBelowColumn = unknown, FloorAreaColumn = [.. Enumerable.Repeat(Unknown.Real, count)],
            FloorAreaOriginColumn = new FloorAreaOrigin[count], YearBuiltColumn = unknown,
            DangerGradeColumn = new DangerGrade[count], RepairValueColumn = new RepairValue[count],
            IllegalAreaColumn = new double[count], HouseholdsColumn = storeys, PeopleColumn = storeys, RenewedYearColumn = unknown,
            DangerCertificates = TextColumn.Missing(count), IllegalDecisions = TextColumn.Missing(count),
            Structure = CodeColumn.Unknown(count), Use = CodeColumn.Unknown(count),
        };
    }

    private static TextColumn Numbered(int count) => TextColumn.From(Enumerable.Range(0, count).Select(i => $"{i:D7}"));

    /// <summary>A development boundary of about as many vertices: one winding shell and round holes.</summary>
    public PolygonColumns Boundary(int vertices, int holes)
    {
        var random = new Random(_seed + vertices);
        var builder = new PolygonColumnsBuilder();
        var perHole = 40;
        AddRing(builder, 0, 0, 0.36 * Side, vertices - (holes * perHole), random, 0.12, isHole: false);
        for (var i = 0; i < holes; i++)
        {
            // Holes sit on a lattice well inside, so that none meets another or the shell.
            var ring = (int)Math.Ceiling(Math.Sqrt(holes));
            var step = 0.34 * Side / ring;
            var (x, y) = ((i % ring * step) - (0.17 * Side), (i / ring * step) - (0.17 * Side));
            AddRing(builder, x, y, step * 0.35, perHole, random, 0.1, isHole: true);
        }

        return builder.EndFeature().ToColumns();
    }

    /// <summary>Round zones here and there; some lie upon each other.</summary>
    public PolygonColumns Zones(int count, double radius, int seed)
    {
        var random = new Random(seed);
        var builder = new PolygonColumnsBuilder();
        for (var i = 0; i < count; i++)
        {
            var (x, y) = ((random.NextDouble() - 0.5) * 0.9 * Side, (random.NextDouble() - 0.5) * 0.9 * Side);
            AddRing(builder, x, y, radius * (0.5 + random.NextDouble()), 60, random, 0.2, isHole: false);
            builder.EndFeature();
        }

        return builder.ToColumns();
    }

    private static void AddRing(
        PolygonColumnsBuilder builder, double x, double y, double radius, int vertices, Random random, double swing, bool isHole)
    {
        var phases = Enumerable.Range(0, 24).Select(_ => random.NextDouble() * 2 * Math.PI).ToArray();
        var xs = new int[vertices];
        var ys = new int[vertices];
        for (var i = 0; i < vertices; i++)
        {
            var angle = 2 * Math.PI * i / vertices;
            double wave = 0;
            for (var k = 0; k < phases.Length; k++)
            {
                wave += Math.Sin(((k * k / 2) + 2) * angle + phases[k]) / (k + 2);
            }

            var r = radius * (1 + (swing * wave));
            (xs[i], ys[i]) = ((int)(x + (r * Math.Cos(angle))), (int)(y + (r * Math.Sin(angle))));
        }

        builder.Ring(xs, ys, isHole);
    }

    private PolygonColumns MakeParcels()
    {
        var nodes = (2 * _columns) + 1;
        var random = new Random(_seed);
        var x = new int[nodes * nodes];
        var y = new int[nodes * nodes];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = (int)((i % nodes * (Pitch / 2)) - (Side / 2)) + random.Next(-40_000, 40_000);
            y[i] = (int)((i / nodes * (Pitch / 2)) - (Side / 2)) + random.Next(-40_000, 40_000);
        }

        int[] aroundX = [0, 1, 2, 2, 2, 1, 0, 0, 0], aroundY = [0, 0, 0, 1, 2, 2, 2, 1, 0];
        var xs = new int[Cells.Length * 9];
        var ys = new int[Cells.Length * 9];
        for (var i = 0; i < xs.Length; i++)
        {
            var (cellX, cellY) = Cells[i / 9];
            var node = (((2 * cellY) + aroundY[i % 9]) * nodes) + (2 * cellX) + aroundX[i % 9];
            (xs[i], ys[i]) = (x[node], y[node]);
        }

        return Rings(xs, ys, 9);
    }

    private PolygonColumns MakeBuildings()
    {
        var random = new Random(_seed + 1);
        var xs = new List<int>(Cells.Length * 8);
        var ys = new List<int>(Cells.Length * 8);
        foreach (var (cellX, cellY) in Cells)
        {
            var count = random.Next(4);
            for (var i = 0; i < count; i++)
            {
                var straddles = random.Next(100) == 0;
                var (sin, cos) = Math.SinCos(random.NextDouble() * Math.PI);
                double halfWidth = 25_000 + random.Next(25_000), halfDepth = 20_000 + random.Next(20_000);
                var x = (cellX * (double)Pitch) - (Side / 2) + (straddles ? 0 : 130_000 + (i * 70_000));
                var y = (cellY * (double)Pitch) - (Side / 2) + 130_000 + random.Next(140_000);
                foreach (var (u, v) in new[] { (-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1) })
                {
                    xs.Add((int)(x + (u * halfWidth * cos) - (v * halfDepth * sin)));
                    ys.Add((int)(y + (u * halfWidth * sin) + (v * halfDepth * cos)));
                }
            }
        }

        return Rings([.. xs], [.. ys], 5);
    }

    private static PolygonColumns Rings(int[] x, int[] y, int perRing)
    {
        var count = x.Length / perRing;
        return new PolygonColumns(
            x, y, [.. Enumerable.Range(0, count + 1).Select(i => i * perRing)], [.. Enumerable.Range(0, count + 1)]);
    }

    private static (int X, int Y)[] HilbertOrder(int columns)
    {
        var side = 1;
        while (side < columns)
        {
            side *= 2;
        }

        var cells = new List<(int, int)>(columns * columns);
        for (long d = 0; d < (long)side * side; d++)
        {
            var (x, y) = HilbertCell(side, d);
            if (x < columns && y < columns)
            {
                cells.Add((x, y));
            }
        }

        return [.. cells];
    }

    private static (int X, int Y) HilbertCell(int side, long d)
    {
        int x = 0, y = 0;
        for (var s = 1; s < side; s *= 2)
        {
            var rx = (int)(1 & (d / 2));
            var ry = (int)(1 & (d ^ rx));
            if (ry == 0)
            {
                if (rx == 1)
                {
                    (x, y) = (s - 1 - x, s - 1 - y);
                }

                (x, y) = (y, x);
            }

            (x, y) = (x + (s * rx), y + (s * ry));
            d /= 4;
        }

        return (x, y);
    }
}
