using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Tests.Fabric;

namespace CityRenewal.Geo.Tests.Contiguity;

/// <summary>Graphs of small towns, read in metres.</summary>
internal static class Pairs
{
    public static ContiguityGraph Graph(PolygonColumns parcels, Barriers? barriers = null, PolygonColumns? water = null)
    {
        var study = FabricCity.Polygons(FabricCity.Box(-500, -500, 1000, 1000));
        var fabric = LandFabric.Of(FabricCity.Of(parcels, study, water), FabricOptions.Default);
        return ContiguityGraph.Of(fabric, barriers ?? Barriers.Empty, GraphOptions.Default);
    }

    public static ContiguityGraph Boxes(params double[][][] boxes) => Graph(FabricCity.Polygons(boxes));

    /// <summary>One line per pair: a-b shared facing barrier, whole metres.</summary>
    public static string[] Lines(ContiguityGraph graph) =>
    [
        .. Enumerable.Range(0, graph.PairCount).Select(pair => FormattableString.Invariant(
            $"{graph.A[pair]}-{graph.B[pair]} {Metres(graph.SharedLength[pair])} {Metres(graph.FacingLength[pair])} {graph.BarrierKinds[graph.Barrier[pair]]}")
            .TrimEnd()),
    ];

    /// <summary>Barriers of the given kinds, each a line x1, y1, x2, y2, … in metres.</summary>
    public static Barriers Lines(params (string Kind, double[] Line)[] barriers) => new()
    {
        Ids = TextColumn.From(barriers.Select((_, i) => $"L{i}")),
        Kinds = CodeColumn.From([.. barriers.Select(barrier => barrier.Kind)]),
        Lines = new LineColumns(
            [.. barriers.SelectMany(barrier => barrier.Line.Where((_, i) => i % 2 == 0)).Select(Grid)],
            [.. barriers.SelectMany(barrier => barrier.Line.Where((_, i) => i % 2 == 1)).Select(Grid)],
            [0, .. barriers.Select((_, i) => barriers.Take(i + 1).Sum(barrier => barrier.Line.Length / 2))],
            [.. Enumerable.Range(0, barriers.Length + 1)]),
        Widths = [.. barriers.Select(_ => double.NaN)],
    };

    private static double Metres(int units) => Math.Round((double)units / FabricCity.Metre, 1);

    private static int Grid(double metres) => (int)Math.Round(metres * FabricCity.Metre);
}
