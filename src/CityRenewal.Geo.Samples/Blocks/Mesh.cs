using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>
/// A convex piece of land divided again and again by straight cuts. Where a cut ends on a side, the neighbour behind that
/// side gets the same vertex, so that neighbours share their borders exactly.
/// </summary>
internal sealed class Mesh
{
    private const double Snap = 2.0;
    private readonly List<Spot> _spots = [];
    private readonly List<MeshFace> _faces = [];
    private readonly List<MeshFace> _spare = [];
    private readonly Ring _ring = new();

    /// <summary>All vertices, on the drawing board.</summary>
    public IReadOnlyList<Spot> Spots => _spots;

    /// <summary>The faces so far.</summary>
    public IReadOnlyList<MeshFace> Faces => _faces;

    /// <summary>Starts anew with one face; side k of the ring gets number k.</summary>
    public void Start(Ring ring)
    {
        _spare.AddRange(_faces);
        _faces.Clear();
        _spots.Clear();
        var face = NewFace();
        for (var k = 0; k < ring.Count; k++)
        {
            _spots.Add(ring[k]);
            face.Corners.Add(k);
            face.Sides.Add(k);
        }

        Measure(face);
    }

    /// <summary>The ring of a face; valid until the next call.</summary>
    public Ring RingOf(MeshFace face)
    {
        _ring.Clear();
        foreach (var corner in face.Corners)
        {
            _ring.Add(_spots[corner]);
        }

        return _ring;
    }

    /// <summary>
    /// Cuts a face along a line and gives the cut's two new sides a number; false where the line would leave
    /// a sliver. The face keeps what lies left of the line, the new last face gets the rest.
    /// </summary>
    public bool TryCut(MeshFace face, Spot through, Spot direction, int side) =>
        TryCut(face, through, direction, side, Snap);

    /// <summary>As above, but cuts whatever is on both sides of the line.</summary>
    public bool TryCutFinely(MeshFace face, Spot through, Spot direction, int side) =>
        TryCut(face, through, direction, side, snap: 0);

    private bool TryCut(MeshFace face, Spot through, Spot direction, int side, double snap)
    {
        Span<double> left = stackalloc double[face.Corners.Count];
        for (var k = 0; k < left.Length; k++)
        {
            var distance = direction.Cross(_spots[face.Corners[k]] - through);
            left[k] = Math.Abs(distance) < snap ? 0 : distance;
        }

        if (!Crossings(left, out var first, out var second))
        {
            return false;
        }

        // The later corner first, so that the earlier one keeps its place.
        var to = CornerAt(face, second, left);
        var from = CornerAt(face, first, left);
        Divide(face, face.Corners.IndexOf(from), face.Corners.IndexOf(to), side, leftFirst: IsLeftAfter(left, first));
        return true;
    }

    // A crossing is a corner on the line (2k) or a side through it (2k + 1); a cut needs exactly two, not on one side.
    private static bool Crossings(ReadOnlySpan<double> left, out int first, out int second)
    {
        (first, second) = (-1, -1);
        var (found, onLeft, onRight) = (0, false, false);
        for (var k = 0; k < left.Length; k++)
        {
            var next = left[k + 1 < left.Length ? k + 1 : 0];
            (onLeft, onRight) = (onLeft || left[k] > 0, onRight || left[k] < 0);
            if (left[k] == 0 || left[k] * next < 0)
            {
                (first, second) = found == 0 ? ((2 * k) + (left[k] == 0 ? 0 : 1), -1) : (first, (2 * k) + (left[k] == 0 ? 0 : 1));
                found++;
            }
        }

        return found == 2 && onLeft && onRight;
    }

    private static bool IsLeftAfter(ReadOnlySpan<double> left, int crossing) =>
        left[(crossing / 2) + 1 < left.Length ? (crossing / 2) + 1 : 0] > 0;

    private int CornerAt(MeshFace face, int crossing, ReadOnlySpan<double> left)
    {
        var k = crossing / 2;
        if ((crossing & 1) == 0)
        {
            return face.Corners[k];
        }

        var (here, there) = (left[k], left[k + 1 < left.Length ? k + 1 : 0]);
        var (a, b) = (face.Corner(k), face.Corner(k + 1));
        var vertex = _spots.Count;
        _spots.Add(_spots[a].Toward(_spots[b], here / (here - there)));
        Insert(face, k, vertex);
        Share(b, a, vertex);
        return vertex;
    }

    private void Share(int from, int to, int vertex)
    {
        foreach (var face in _faces)
        {
            var k = face.Corners.IndexOf(from);
            if (k >= 0 && face.Corner(k + 1) == to)
            {
                Insert(face, k, vertex);
                return;
            }
        }
    }

    private static void Insert(MeshFace face, int side, int vertex)
    {
        face.Corners.Insert(side + 1, vertex);
        face.Sides.Insert(side + 1, face.Sides[side]);
    }

    private void Divide(MeshFace face, int from, int to, int side, bool leftFirst)
    {
        var other = NewFace();
        other.Corners.AddRange(face.Corners.GetRange(from, to - from + 1));
        other.Sides.AddRange(face.Sides.GetRange(from, to - from));
        other.Sides.Add(side);
        face.Corners.RemoveRange(from + 1, to - from - 1);
        face.Sides.RemoveRange(from + 1, to - from - 1);
        face.Sides[from] = side;
        if (leftFirst)
        {
            Swap(face.Corners, other.Corners);
            Swap(face.Sides, other.Sides);
        }

        (other.Depth, other.Half) = (++face.Depth, face.Depth == 1 ? 1 : face.Half);
        Measure(face);
        Measure(other);
    }

    private static void Swap(List<int> a, List<int> b)
    {
        var kept = a.Count;
        a.AddRange(b);
        b.Clear();
        b.AddRange(a.GetRange(0, kept));
        a.RemoveRange(0, kept);
    }

    private void Measure(MeshFace face) => face.Area = RingOf(face).Area();

    private MeshFace NewFace()
    {
        var face = _spare.Count > 0 ? _spare[^1] : new MeshFace();
        if (_spare.Count > 0)
        {
            _spare.RemoveAt(_spare.Count - 1);
        }

        face.Clear();
        _faces.Add(face);
        return face;
    }
}
