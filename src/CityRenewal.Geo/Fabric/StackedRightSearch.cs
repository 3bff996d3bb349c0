using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>Attaches rights above and under ground to the surface parcels they lie on, by an exact partition of both.</summary>
internal static class StackedRightSearch
{
    // Rights and parcels are brought together by squares of about 100 m.
    private const int SquareShift = 20;

    public static IReadOnlyList<StackedRight> Of(City city, ParallelOptions parallel)
    {
        var shapes = city.Parcels.Shapes;
        int[] rights = [.. Enumerable.Range(0, shapes.Count).Where(row => city.Parcels.Position[row] != RightsPosition.Surface)];
        if (rights.Length == 0)
        {
            return [];
        }

        var squares = new HashSet<long>(rights.SelectMany(row => SquaresOf(shapes.BoxOf(row))));
        var skips = new bool[shapes.Count];
        for (var row = 0; row < skips.Length; row++)
        {
            skips[row] = city.Parcels.Position[row] == RightsPosition.Surface && !SquaresOf(shapes.BoxOf(row)).Any(squares.Contains);
        }

        var linework = new Linework(shapes, skips, PolygonColumns.Empty, PolygonColumns.Empty);
        var (arrangement, _) = Arrangement.Of(linework, tolerance: 0, parallel);
        return Collect(city, arrangement, rights);
    }

    private static IEnumerable<long> SquaresOf(GridBox box)
    {
        for (var y = box.MinY >> SquareShift; !box.IsEmpty && y <= box.MaxY >> SquareShift; y++)
        {
            for (var x = box.MinX >> SquareShift; x <= box.MaxX >> SquareShift; x++)
            {
                yield return ((long)x << 32) | (uint)y;
            }
        }
    }

    private static List<StackedRight> Collect(City city, Arrangement arrangement, int[] rights)
    {
        var shared = new SortedDictionary<(int Right, int Parcel), Int128>();
        for (var face = 1; face < arrangement.FaceCount; face++)
        {
            var rows = arrangement.RowsOver(face);
            foreach (var right in rows.Where(row => city.Parcels.Position[row] != RightsPosition.Surface))
            {
                foreach (var parcel in rows.Where(row => city.Parcels.Position[row] == RightsPosition.Surface))
                {
                    shared[(right, parcel)] = shared.GetValueOrDefault((right, parcel)) + arrangement.TwiceArea[face];
                }
            }
        }

        var attached = shared.Keys.Select(key => key.Right).ToHashSet();
        return
        [
            .. shared.Select(pair => new StackedRight(pair.Key.Right, pair.Key.Parcel, city.Plane.SquareMetresOfTwice(pair.Value)))
                .Concat(rights.Where(right => !attached.Contains(right)).Select(right => new StackedRight(right, -1, 0)))
                .OrderBy(stacked => stacked.Right).ThenBy(stacked => stacked.Parcel),
        ];
    }
}
