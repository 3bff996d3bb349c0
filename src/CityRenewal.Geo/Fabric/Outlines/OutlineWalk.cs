using System.Runtime.InteropServices;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>Walks the outlines of groups of faces, one group after the other, reusing its memory.</summary>
internal sealed class OutlineWalk(FaceGraph graph)
{
    private readonly Marks _members = new(graph.FaceCount);
    private readonly Marks _walked = new(graph.Origin.Length);
    private readonly Marks _onPath = new(graph.VertexX.Length);
    private readonly List<int> _border = [];
    private readonly List<int> _path = [];
    private readonly List<OutlineRing> _shells = [];
    private readonly List<OutlineRing> _holes = [];
    private readonly List<int> _x = [];
    private readonly List<int> _y = [];
    private readonly List<int> _ringStart = [0];
    private readonly List<int> _featureStart = [0];

    /// <summary>The outline of one group as one feature.</summary>
    public static PolygonColumns Of(FaceGraph graph, IReadOnlyList<int> group)
    {
        var walk = new OutlineWalk(graph);
        walk.Add(group);
        return walk.ToColumns();
    }

    /// <summary>The outline of one group by itself; what was added before is forgotten.</summary>
    public PolygonColumns Alone(IReadOnlyList<int> group)
    {
        _x.Clear();
        _y.Clear();
        _ringStart.RemoveRange(1, _ringStart.Count - 1);
        _featureStart.RemoveRange(1, _featureStart.Count - 1);
        Add(group);
        return ToColumns();
    }

    /// <summary>Adds the outline of a group as one feature.</summary>
    public void Add(IReadOnlyList<int> group)
    {
        CollectMembers(group);
        CollectBorder(group);
        _shells.Clear();
        _holes.Clear();
        foreach (var start in _border)
        {
            if (!_walked[start])
            {
                WalkFrom(start);
            }
        }

        Forget(group);
        _shells.Sort(OutlineRing.Compare);
        _holes.Sort(OutlineRing.Compare);
        Write();
    }

    /// <summary>The outlines added so far.</summary>
    public PolygonColumns ToColumns() => new([.. _x], [.. _y], [.. _ringStart], [.. _featureStart]);

    private void CollectMembers(IReadOnlyList<int> group)
    {
        for (var i = 0; i < group.Count; i++)
        {
            if (group[i] <= 0 || group[i] >= graph.FaceCount)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(group), group[i], "A group holds bounded faces only: numbers from 1 to FaceCount - 1.");
            }
        }

        for (var i = 0; i < group.Count; i++)
        {
            _members.Set(group[i]);
        }
    }

    private void Forget(IReadOnlyList<int> group)
    {
        for (var i = 0; i < group.Count; i++)
        {
            _members.Clear(group[i]);
        }

        foreach (var h in _border)
        {
            _walked.Clear(h);
        }
    }

    private void CollectBorder(IReadOnlyList<int> group)
    {
        _border.Clear();
        for (var i = 0; i < group.Count; i++)
        {
            for (var ring = graph.FaceRingStart[group[i]]; ring < graph.FaceRingStart[group[i] + 1]; ring++)
            {
                var h = graph.FaceRings[ring];
                do
                {
                    if (!_members[graph.Face[h ^ 1]])
                    {
                        _border.Add(h);
                    }

                    h = graph.Next[h];
                }
                while (h != graph.FaceRings[ring]);
            }
        }
    }

    // Follows the border with the group on the left; where the path meets itself the loop is cut off as a ring of its own.
    private void WalkFrom(int start)
    {
        _path.Clear();
        var h = start;
        do
        {
            var vertex = graph.Origin[h];
            if (!_onPath.Set(vertex))
            {
                CutOff(_path.LastIndexOf(vertex));
                _onPath.Set(vertex);
            }

            _path.Add(vertex);
            _walked.Set(h);
            h = NextOnBorder(h);
        }
        while (h != start);

        CutOff(0);
    }

    private int NextOnBorder(int h)
    {
        var next = graph.Next[h];
        while (_members[graph.Face[next ^ 1]])
        {
            next = graph.Next[next ^ 1];
        }

        return next;
    }

    private void CutOff(int from)
    {
        var loop = CollectionsMarshal.AsSpan(_path)[from..];
        foreach (var vertex in loop)
        {
            _onPath.Clear(vertex);
        }

        var ring = OutlineRing.From(graph, loop);
        (ring.TwiceArea > 0 ? _shells : _holes).Add(ring);
        _path.RemoveRange(from, loop.Length);
    }

    private void Write()
    {
        foreach (var shell in _shells)
        {
            Write(shell);
            foreach (var hole in _holes)
            {
                if (_shells.Count == 1 || ShellOf(hole) == shell)
                {
                    Write(hole);
                }
            }
        }

        _featureStart.Add(_ringStart.Count - 1);
    }

    private void Write(OutlineRing ring)
    {
        _x.AddRange(ring.X);
        _x.Add(ring.X[0]);
        _y.AddRange(ring.Y);
        _y.Add(ring.Y[0]);
        _ringStart.Add(_x.Count);
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
