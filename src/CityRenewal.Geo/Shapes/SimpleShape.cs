namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Proves that an outline of any size is valid: no ring meets itself or another one, every hole lies in its shell, and no
/// part in another. What this cannot prove, such as rings that touch in a point, goes to <see cref="ShapeMending"/>.
/// One object serves one thread.
/// </summary>
internal sealed class SimpleShape
{
    private readonly EdgeTree _tree = new();
    private readonly List<int> _crossed = [];

    /// <summary>Whether the outline is surely valid.</summary>
    /// <param name="x">Vertices of all rings, each ring closed and without repeated vertices.</param>
    /// <param name="y">As <paramref name="x"/>.</param>
    /// <param name="ringStart">First vertex of each ring, and one past the last vertex.</param>
    /// <param name="isHole">Per ring whether it is a hole of the last shell before it.</param>
    public bool IsSurelyValid(ReadOnlySpan<int> x, ReadOnlySpan<int> y, ReadOnlySpan<int> ringStart, ReadOnlySpan<bool> isHole)
    {
        var box = GridBox.Of(x, y);
        if ((long)box.MaxX - box.MinX >= SimpleRing.Widest || (long)box.MaxY - box.MinY >= SimpleRing.Widest || isHole[0])
        {
            return false;
        }

        _tree.Build(x, y);
        var rings = new Rings(x, y, ringStart);
        return !HasFold(rings) && !HasContact(rings, _tree.Levels - 1, 0, 0) && (isHole.Length == 1 || IsNestedWell(rings, isHole));
    }

    private static bool HasFold(in Rings rings)
    {
        for (var ring = 0; ring < rings.Start.Length - 1; ring++)
        {
            int start = rings.Start[ring], last = rings.Start[ring + 1] - 1;
            if (SimpleRing.HasFold(rings.X[start..last], rings.Y[start..last]))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasContact(in Rings rings, int level, int a, int b)
    {
        if (!_tree.Box(level, a).Meets(_tree.Box(level, b)))
        {
            return false;
        }

        int endA = Math.Min((a + 1) * EdgeTree.Fan, Below(rings, level)), endB = Math.Min((b + 1) * EdgeTree.Fan, Below(rings, level));
        for (var i = a * EdgeTree.Fan; i < endA; i++)
        {
            for (var j = a == b ? i : b * EdgeTree.Fan; j < endB; j++)
            {
                if (level == 0 ? rings.Meet(i, j) : HasContact(rings, level - 1, i, j))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private int Below(in Rings rings, int level) => level == 0 ? rings.X.Length - 1 : _tree.CountOf(level - 1);

    // Without any contact a ring lies in another one altogether or not at all, so that one vertex tells.
    private bool IsNestedWell(in Rings rings, ReadOnlySpan<bool> isHole)
    {
        Span<int> shellOf = isHole.Length <= 256 ? stackalloc int[isHole.Length] : new int[isHole.Length];
        for (var ring = 0; ring < isHole.Length; ring++)
        {
            shellOf[ring] = isHole[ring] ? shellOf[ring - 1] : ring;
        }

        for (var ring = 0; ring < isHole.Length; ring++)
        {
            _crossed.Clear();
            Cross(rings, _tree.Levels - 1, 0, rings.Start[ring]);
            _crossed.Sort();
            if (!(isHole[ring] ? IsHoleOfShell(ring, shellOf) : IsPartOfItsOwn(ring, shellOf)))
            {
                return false;
            }
        }

        return true;
    }

    // Of its own part only the shell is around it; what else is around it, is around the shell too.
    private bool IsHoleOfShell(int hole, ReadOnlySpan<int> shellOf)
    {
        var isInShell = false;
        foreach (var ring in Around(hole))
        {
            if (shellOf[ring] == shellOf[hole] && ring != shellOf[hole])
            {
                return false;
            }

            isInShell |= ring == shellOf[hole];
        }

        return isInShell;
    }

    // Where another part's shell is around it, so is one of that part's holes.
    private bool IsPartOfItsOwn(int shell, ReadOnlySpan<int> shellOf)
    {
        var balance = 0;
        var last = -1;
        foreach (var ring in Around(shell))
        {
            if (shellOf[ring] == shell || (shellOf[ring] != last && balance != 0))
            {
                return false;
            }

            balance = shellOf[ring] == ring ? 1 : balance - 1;
            last = shellOf[ring];
        }

        return balance == 0;
    }

    /// <summary>The rings around a vertex of this one, ascending: those that a ray crosses an odd number of times.</summary>
    private List<int> Around(int own)
    {
        var kept = 0;
        for (int i = 0, end; i < _crossed.Count; i = end)
        {
            for (end = i + 1; end < _crossed.Count && _crossed[end] == _crossed[i]; end++)
            {
            }

            if ((end - i) % 2 == 1 && _crossed[i] != own)
            {
                _crossed[kept++] = _crossed[i];
            }
        }

        _crossed.RemoveRange(kept, _crossed.Count - kept);
        return _crossed;
    }

    // A ray east of the vertex, on its upper side.
    private void Cross(in Rings rings, int level, int run, int vertex)
    {
        ref readonly var box = ref _tree.Box(level, run);
        int px = rings.X[vertex], py = rings.Y[vertex];
        if (box.MaxX < px || box.MinY > py || box.MaxY <= py)
        {
            return;
        }

        var end = Math.Min((run + 1) * EdgeTree.Fan, Below(rings, level));
        for (var i = run * EdgeTree.Fan; i < end; i++)
        {
            if (level > 0)
            {
                Cross(rings, level - 1, i, vertex);
            }
            else if (rings.IsCrossed(i, px, py))
            {
                _crossed.Add(rings.RingOf(i));
            }
        }
    }

    private readonly ref struct Rings(ReadOnlySpan<int> x, ReadOnlySpan<int> y, ReadOnlySpan<int> start)
    {
        public readonly ReadOnlySpan<int> X = x;
        public readonly ReadOnlySpan<int> Y = y;
        public readonly ReadOnlySpan<int> Start = start;

        public int RingOf(int vertex)
        {
            var found = Start.BinarySearch(vertex);
            return found >= 0 ? found : ~found - 1;
        }

        // From the last vertex of a ring to the first of the next there is no edge.
        private bool IsEdge(int i, int ring) => i + 1 < Start[ring + 1];

        /// <summary>Whether two edges meet that are not neighbours.</summary>
        public bool Meet(int i, int j)
        {
            if (j - i < 2 || !SimpleRing.BoxesMeet(X[i], Y[i], X[i + 1], Y[i + 1], X[j], Y[j], X[j + 1], Y[j + 1]))
            {
                return false;
            }

            int ringI = RingOf(i), ringJ = RingOf(j);
            if (!IsEdge(i, ringI) || !IsEdge(j, ringJ) || (ringI == ringJ && i == Start[ringI] && j == Start[ringI + 1] - 2))
            {
                return false;
            }

            return SimpleRing.Meet(X[i], Y[i], X[i + 1], Y[i + 1], X[j], Y[j], X[j + 1], Y[j + 1]);
        }

        public bool IsCrossed(int i, int px, int py)
        {
            long ax = X[i], ay = Y[i], bx = X[i + 1], by = Y[i + 1];
            if (ay > py == by > py || !IsEdge(i, RingOf(i)))
            {
                return false;
            }

            var side = ((px - ax) * (by - ay)) - ((bx - ax) * (py - ay));
            return by > ay ? side < 0 : side > 0;
        }
    }
}
