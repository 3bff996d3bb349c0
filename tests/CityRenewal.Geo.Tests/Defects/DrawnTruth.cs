using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CityRenewal.Geo.Tests.Defects;

/// <summary>How far a layer was drawn from where it was meant, measured by NetTopologySuite on the two drawings.</summary>
internal static class DrawnTruth
{
    private const double Every = 5;
    private const double Reach = 10;

    private const double OnBorder = 0.05;

    /// <summary>
    /// The distance that 95 of 100 places along the drawn lines stay below, metres, of those that were meant to lie on a parcel border.
    /// </summary>
    public static double Of(SourceLayer drawn, SourceLayer meant, SourceLayer parcels)
    {
        var (lines, borders) = (TreeOf(meant), TreeOf(parcels));
        double[] distances =
        [
            .. Edges(drawn.Shapes).SelectMany(Places)
                .Select(place => (Place: place, Meant: NearestPoint(lines, place)))
                .Where(one => one.Meant is not null && NearestPoint(borders, one.Meant)?.Distance(one.Meant) < OnBorder)
                .Select(one => one.Place.Distance(one.Meant)).Order(),
        ];
        return distances[(int)(0.95 * distances.Length)];
    }

    private static STRtree<LineSegment> TreeOf(SourceLayer layer)
    {
        var tree = new STRtree<LineSegment>();
        foreach (var (a, b) in Edges(layer.Shapes))
        {
            tree.Insert(new Envelope(a, b), new LineSegment(a, b));
        }

        return tree;
    }

    private static Coordinate? NearestPoint(STRtree<LineSegment> tree, Coordinate place)
    {
        var around = new Envelope(place);
        around.ExpandBy(Reach);
        return tree.Query(around).Select(edge => edge.ClosestPoint(place)).MinBy(place.Distance);
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
