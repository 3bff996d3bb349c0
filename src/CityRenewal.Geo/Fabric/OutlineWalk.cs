using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>Walks the outlines of groups of faces, one group after the other, reusing its memory.</summary>
internal sealed class OutlineWalk(FaceGraph fabric)
{
    private readonly FaceSet _members = new();
    private readonly List<int> _border = [];
    private readonly HashSet<int> _walked = [];
    private readonly Dictionary<int, int> _placeOnPath = [];
    private readonly List<int> _path = [];
    private readonly List<OutlineRing> _shells = [];
    private readonly List<OutlineRing> _holes = [];

    /// <summary>Adds the outline of a group as one feature.</summary>
    public void Add(IReadOnlyList<int> group, PolygonColumnsBuilder builder)
    {
        CollectMembers(group);
        CollectBorder(group);
        _shells.Clear();
        _holes.Clear();
        _walked.Clear();
        foreach (var start in _border)
        {
            if (_walked.Add(start))
            {
                WalkFrom(start);
            }
        }

        _shells.Sort(OutlineRing.Compare);
        _holes.Sort(OutlineRing.Compare);
        Write(builder);
        builder.EndFeature();
    }

    private void CollectMembers(IReadOnlyList<int> group)
    {
        _members.Clear(group.Count);
        for (var i = 0; i < group.Count; i++)
        {
            if (group[i] <= 0 || group[i] >= fabric.FaceCount)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(group), group[i], "A group holds bounded faces only: numbers from 1 to FaceCount - 1.");
            }

            _members.Add(group[i]);
        }
    }

    private void CollectBorder(IReadOnlyList<int> group)
    {
        _border.Clear();
        for (var i = 0; i < group.Count; i++)
        {
            for (var ring = fabric.FaceRingStart[group[i]]; ring < fabric.FaceRingStart[group[i] + 1]; ring++)
            {
                var h = fabric.FaceRings[ring];
                do
                {
                    if (!_members.Contains(fabric.Face[h ^ 1]))
                    {
                        _border.Add(h);
                    }

                    h = fabric.Next[h];
                }
                while (h != fabric.FaceRings[ring]);
            }
        }
    }

    // Follows the border with the group on the left; where the path meets itself the loop is cut off as a ring of its own.
    private void WalkFrom(int start)
    {
        _path.Clear();
        _placeOnPath.Clear();
        var h = start;
        do
        {
            var vertex = fabric.Origin[h];
            if (_placeOnPath.TryGetValue(vertex, out var place))
            {
                CutOff(place);
            }

            _placeOnPath[vertex] = _path.Count;
            _path.Add(vertex);
            h = NextOnBorder(h);
            _walked.Add(h);
        }
        while (h != start);

        CutOff(0);
    }

    private int NextOnBorder(int h)
    {
        var next = fabric.Next[h];
        while (_members.Contains(fabric.Face[next ^ 1]))
        {
            next = fabric.Next[next ^ 1];
        }

        return next;
    }

    private void CutOff(int from)
    {
        var count = _path.Count - from;
        Span<int> x = count <= 512 ? stackalloc int[count] : new int[count];
        Span<int> y = count <= 512 ? stackalloc int[count] : new int[count];
        for (var i = 0; i < count; i++)
        {
            x[i] = fabric.VertexX[_path[from + i]];
            y[i] = fabric.VertexY[_path[from + i]];
            _placeOnPath.Remove(_path[from + i]);
        }

        _path.RemoveRange(from, count);
        var ring = OutlineRing.From(x, y);
        (ring.TwiceArea > 0 ? _shells : _holes).Add(ring);
    }

    private void Write(PolygonColumnsBuilder builder)
    {
        foreach (var shell in _shells)
        {
            builder.Ring(shell.X, shell.Y, isHole: false);
            foreach (var hole in _holes)
            {
                if (_shells.Count == 1 || ShellOf(hole) == shell)
                {
                    builder.Ring(hole.X, hole.Y, isHole: true);
                }
            }
        }
    }

    // Shells may lie in holes of other shells: the smallest one around a hole is its own.
    private OutlineRing? ShellOf(OutlineRing hole)
    {
        OutlineRing? own = null;
        foreach (var shell in _shells)
        {
            if (shell.TwiceArea > -hole.TwiceArea && (own is null || shell.TwiceArea < own.TwiceArea) && shell.Holds(hole))
            {
                own = shell;
            }
        }

        return own;
    }
}
