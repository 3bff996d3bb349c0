using System.Runtime.InteropServices;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>Attaches rights above and under ground to the surface parcels they lie on, by an exact partition of both.</summary>
internal static class StackedRightSearch
{
    // Rights and parcels are brought together by squares of about 100 m.
    private const int SquareShift = 20;

    private const int MarkBits = 18;
    private const int MarkCount = 1 << MarkBits;
    private const long HashFactor = -7046029254386353131; // 2^64 over the golden ratio spreads neighbours evenly

    public static IReadOnlyList<StackedRight> Of(City city, ParallelOptions parallel)
    {
        var shapes = city.Parcels.Shapes;
        int[] rights = [.. Enumerable.Range(0, shapes.Count).Where(row => city.Parcels.Position[row] != RightsPosition.Surface)];
        if (rights.Length == 0)
        {
            return [];
        }

        var skips = SkipsOf(city, RightsBySquare(shapes, rights), parallel);
        var linework = new Linework(shapes, skips, PolygonColumns.Empty, PolygonColumns.Empty);
        var (arrangement, _) = Arrangement.Of(linework, tolerance: 0, parallel);
        return Collect(city, arrangement, rights);
    }

    private static Dictionary<long, List<GridBox>> RightsBySquare(PolygonColumns shapes, int[] rights)
    {
        var bySquare = new Dictionary<long, List<GridBox>>();
        foreach (var row in rights)
        {
            var box = shapes.BoxOf(row);
            for (var y = box.MinY >> SquareShift; !box.IsEmpty && y <= box.MaxY >> SquareShift; y++)
            {
                for (var x = box.MinX >> SquareShift; x <= box.MaxX >> SquareShift; x++)
                {
                    ref var boxes = ref CollectionsMarshal.GetValueRefOrAddDefault(bySquare, SquareAt(x, y), out _);
                    (boxes ??= []).Add(box);
                }
            }
        }

        return bySquare;
    }

    // Surface parcels that no right's box meets have no part in it.
    private static bool[] SkipsOf(City city, Dictionary<long, List<GridBox>> rights, ParallelOptions parallel)
    {
        var (shapes, skips) = (city.Parcels.Shapes, new bool[city.Parcels.Count]);
        var marks = new Marks(MarkCount);
        foreach (var square in rights.Keys)
        {
            marks.Set(MarkOf(square));
        }

        FixedChunks.Run(skips.Length, parallel.MaxDegreeOfParallelism, (_, start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                skips[row] = city.Parcels.Position[row] == RightsPosition.Surface && !MeetsAny((marks, rights), shapes.BoxOf(row));
            }
        }, parallel.CancellationToken);
        return skips;
    }

    // Few squares have rights: a bit tells of most of them that they have none.
    private static bool MeetsAny((Marks Squares, Dictionary<long, List<GridBox>> Boxes) rights, GridBox box)
    {
        for (var y = box.MinY >> SquareShift; !box.IsEmpty && y <= box.MaxY >> SquareShift; y++)
        {
            for (var x = box.MinX >> SquareShift; x <= box.MaxX >> SquareShift; x++)
            {
                var square = SquareAt(x, y);
                if (rights.Squares[MarkOf(square)] && rights.Boxes.TryGetValue(square, out var boxes) && boxes.Exists(box.Meets))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int MarkOf(long square) => (int)((ulong)(square * HashFactor) >> (64 - MarkBits));

    private static long SquareAt(int x, int y) => ((long)x << 32) | (uint)y;

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
