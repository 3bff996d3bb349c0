using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Tells of every open triangle which parcels it lies between and how wide the land is there. A triangle on a front lies
/// between the front's parcel and the parcel at its far corner (of several the one whose border runs most parallel, ties:
/// smallest id); a triangle on no front belongs to a junction.
/// </summary>
internal sealed class StripTriangles
{
    private readonly OpenTriangles _open;
    private readonly int[] _faceParcel;
    private readonly TextColumn _ids;

    public StripTriangles(OpenTriangles open, int[] faceParcel, TextColumn ids)
    {
        _open = open;
        _faceParcel = faceParcel;
        _ids = ids;
    }

    /// <summary>The parcels around a triangle, appended; some may be named twice.</summary>
    public void AddSides(int triangle, List<int> sides)
    {
        for (var e = 3 * triangle; e < (3 * triangle) + 3; e++)
        {
            if (_open.IsBorder(e))
            {
                AddParcel(OwnerAcross(e), sides);
            }
            else
            {
                var (first, second) = FrontsAt(e);
                AddParcel(first < 0 ? -1 : OwnerAcross(first), sides);
                AddParcel(second < 0 ? -1 : OwnerAcross(second), sides);
            }
        }
    }

    /// <summary>Key and width in grid units of a triangle; wider than the street width is not narrow.</summary>
    public (StripKey Key, double Width) Of(int triangle, double streetWidth)
    {
        var (front, fronts) = LongestFront(triangle);
        var width = WidthOf(triangle, front);
        var isNarrow = width <= streetWidth;
        if (front >= 0 && fronts.Count < 2)
        {
            return (StripKey.Between(OwnerAcross(front), OwnerAtApex(front), isNarrow), width);
        }

        if (fronts.Count == 2)
        {
            return (StripKey.Between(fronts.One, fronts.Two, isNarrow), width);
        }

        var sides = new List<int>(6);
        AddSides(triangle, sides);
        var isInsideOne = sides.Count > 0 && sides.TrueForAll(side => side == sides[0]);
        return (isInsideOne ? StripKey.Between(sides[0], sides[0], isNarrow) : StripKey.Junction(isNarrow), width);
    }

    // The front that a triangle stands on, and the parcels of all its fronts. The edge of water or of the study area is a
    // front only where no parcel's is.
    private (int Front, (int Count, int One, int Two) Parcels) LongestFront(int triangle)
    {
        int front = -1, owner = -1;
        var parcels = (Count: 0, One: -1, Two: -1);
        for (var e = 3 * triangle; e < (3 * triangle) + 3; e++)
        {
            if (!_open.IsBorder(e))
            {
                continue;
            }

            var across = OwnerAcross(e);
            parcels = across < 0 ? parcels : (parcels.Count + 1, parcels.Count == 0 ? across : parcels.One, across);
            if (front < 0 || (across >= 0 && owner < 0) || (across >= 0 == owner >= 0 && LengthOf(e) > LengthOf(front)))
            {
                (front, owner) = (e, across);
            }
        }

        return (front, parcels);
    }

    // On a front: the distance to the far corner. In a junction: circumdiameter / √2, which is the street width where two
    // streets of one width cross at right angles. Both grow without bound where land is open.
    private double WidthOf(int triangle, int front)
    {
        var twiceArea = (double)_open.TwiceAreaOf(triangle);
        if (front >= 0)
        {
            return twiceArea / LengthOf(front);
        }

        var first = 3 * triangle;
        return LengthOf(first) * LengthOf(first + 1) * LengthOf(first + 2) / (twiceArea * Math.Sqrt(2));
    }

    private int OwnerAtApex(int front)
    {
        // The edge that follows the front ends at the far corner.
        var (first, second) = FrontsAt(_open.Next(front));
        if (first < 0 || second < 0)
        {
            return first >= 0 ? OwnerAcross(first) : second >= 0 ? OwnerAcross(second) : -1;
        }

        int one = OwnerAcross(first), two = OwnerAcross(second);
        if (one < 0 || two < 0 || one == two)
        {
            return one < 0 ? two : one;
        }

        double bendOne = BendOf(front, first), bendTwo = BendOf(front, second);
        return bendOne != bendTwo ? (bendOne < bendTwo ? one : two) : RowWithSmallestId(_ids, one, two);
    }

    // Squared sine of the angle between two edges, times the same factor for every second edge.
    private double BendOf(int front, int e)
    {
        var (ux, uy) = _open.DirectionOf(front);
        var (vx, vy) = _open.DirectionOf(e);
        var cross = (ux * vy) - (uy * vx);
        return cross * cross / ((vx * vx) + (vy * vy));
    }

    /// <summary>
    /// The borders on either side of the open land in front of the corner where an edge of a triangle ends, each with that
    /// land on its left; -1 where the land runs out of the convex hull first.
    /// </summary>
    private (int First, int Second) FrontsAt(int e)
    {
        var ccw = e;
        while (!_open.IsBorder(ccw) && !_open.IsBeyond(_open.Across(ccw)))
        {
            ccw = OpenTriangles.Previous(_open.Across(ccw));
        }

        var cw = _open.Next(e);
        while (!_open.IsBorder(cw) && !_open.IsBeyond(_open.Across(cw)))
        {
            cw = _open.Next(_open.Across(cw));
        }

        return (_open.IsBorder(ccw) ? ccw : -1, _open.IsBorder(cw) ? cw : -1);
    }

    private int OwnerAcross(int border) => _faceParcel[_open.Arrangement.Face[_open.HalfEdgeOf(border) ^ 1]];

    private double LengthOf(int e)
    {
        var (x, y) = _open.DirectionOf(e);
        return Math.Sqrt((x * x) + (y * y));
    }

    private static void AddParcel(int row, List<int> sides)
    {
        if (row >= 0)
        {
            sides.Add(row);
        }
    }

    /// <summary>Of two rows the one whose id comes first, byte by byte; of equal ids the smaller row.</summary>
    public static int RowWithSmallestId(TextColumn ids, int a, int b)
    {
        var order = ids.Utf8(a).SequenceCompareTo(ids.Utf8(b));
        return order != 0 ? (order < 0 ? a : b) : Math.Min(a, b);
    }
}
