using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CityRenewal.Geo.Tests.Defects;

/// <summary>How far a layer was drawn from where it was meant, measured by NetTopologySuite on the two drawings.</summary>
internal static class DrawnTruth
{
    private const double Every = 5;

    /// <summary>The distance that 95 of 100 places along the drawn lines stay below, metres.</summary>
    public static double Of(SourceLayer drawn, SourceLayer meant)
    {
        var tree = new STRtree<(Coordinate A, Coordinate B)>();
        foreach (var (a, b) in Edges(meant.Shapes))
        {
            tree.Insert(new Envelope(a, b), (a, b));
        }

        double[] distances = [.. Edges(drawn.Shapes).SelectMany(Places).Select(place => Nearest(tree, place)).Order()];
        return distances[(int)(0.95 * distances.Length)];
    }

    private static double Nearest(STRtree<(Coordinate A, Coordinate B)> tree, Coordinate place)
    {
        var around = new Envelope(place);
        around.ExpandBy(10);
        return tree.Query(around).Select(edge => NetTopologySuite.Algorithm.DistanceComputer.PointToSegment(place, edge.A, edge.B)).DefaultIfEmpty(10).Min();
    }

    private static IEnumerable<Coordinate> Places((Coordinate A, Coordinate B) edge)
    {
        var count = (int)Math.Ceiling(edge.A.Distance(edge.B) / Every);
        return Enumerable.Range(0, count).Select(i => (i + 0.5) / count)
            .Select(share => new Coordinate(edge.A.X + (share * (edge.B.X - edge.A.X)), edge.A.Y + (share * (edge.B.Y - edge.A.Y))));
    }

    private static IEnumerable<(Coordinate A, Coordinate B)> Edges(SourceShapes shapes)
    {
        for (var ring = 0; ring + 1 < shapes.RingStart.Length; ring++)
        {
            for (var i = shapes.RingStart[ring]; i + 1 < shapes.RingStart[ring + 1]; i++)
            {
                yield return (new Coordinate(shapes.X[i], shapes.Y[i]), new Coordinate(shapes.X[i + 1], shapes.Y[i + 1]));
            }
        }
    }
}
