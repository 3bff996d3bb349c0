using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Takes faces out of a fabric and puts others in their place. What comes takes the numbers of what goes first, then numbers
/// behind the last; nothing else gets another number.
/// </summary>
internal sealed class FaceExchange
{
    private readonly FabricColumns _old;
    private readonly FaceView _after;
    private readonly FaceView _whole;
    private readonly List<int> _come;
    private readonly Dictionary<int, int> _halfOf = [];
    private readonly Dictionary<(int X, int Y), int> _vertexOf = [];
    private readonly List<(int X, int Y)> _newVertices = [];
    private readonly Queue<int> _freeVertices = new();
    private readonly List<(int Vertex, int X, int Y)> _movedVertices = [];
    private readonly int _halfCount;
    private readonly int _faceCount;

    public FaceExchange(LandFabric fabric, (FaceView Before, FaceView After, FaceView Whole) views, (HashSet<int> Gone, List<int> Come) faces)
    {
        _old = fabric.Columns;
        (_after, _whole, _come) = (views.After, views.Whole, faces.Come);
        var box = GridBox.Empty;
        var free = new Queue<int>(FreeHalves(views.Before, faces.Gone, ref box));
        FreeVertices();
        _halfCount = NumberHalves(free, ref box);
        var freeFaces = new Queue<int>(faces.Gone.Select(face => views.Before.TwinIn(_whole, face)).Order());
        _faceCount = NumberFaces(freeFaces);
        IsPossible = free.Count == 0 && freeFaces.Count == 0 && _freeVertices.Count == 0;
        Changed = box;
        Exchanged = (faces.Gone, faces.Come);
    }

    /// <summary>The faces of the windows that go and come.</summary>
    public (HashSet<int> Gone, List<int> Come) Exchanged { get; }

    /// <summary>Whether all numbers that become free are taken.</summary>
    public bool IsPossible { get; }

    /// <summary>The box around all that changes.</summary>
    public GridBox Changed { get; }

    /// <summary>The number of each face of the window that comes.</summary>
    public Dictionary<int, int> FaceOf { get; } = [];

    /// <summary>The faces that come, ascending.</summary>
    public IReadOnlyList<int> Faces => [.. FaceOf.Values.Order()];

    // Borders of what goes that are no borders of what comes.
    private List<int> FreeHalves(FaceView before, HashSet<int> gone, ref GridBox box)
    {
        var free = new SortedSet<int>();
        foreach (var h in gone.SelectMany(before.HalvesOf))
        {
            var key = before.KeyOf(h);
            var half = _whole.Find(key);
            var origin = _old.Graph.Origin[half];
            _vertexOf[(key.X, key.Y)] = origin;
            box = box.With(new GridBox(key.X, key.Y, key.X, key.Y));
            if (_after.Find(key) < 0)
            {
                free.Add(half & ~1);
            }
        }

        return [.. free];
    }

    private int NumberHalves(Queue<int> free, ref GridBox box)
    {
        var count = _old.Graph.Origin.Length;
        foreach (var h in _come.SelectMany(_after.HalvesOf))
        {
            var key = _after.KeyOf(h);
            box = box.With(new GridBox(key.X, key.Y, key.X, key.Y));
            if (_whole.Find(key) is var half and >= 0 && !_halfOf.ContainsKey(h))
            {
                _halfOf[h] = half;
                _halfOf[h ^ 1] = half ^ 1;
                _vertexOf[(key.X, key.Y)] = _old.Graph.Origin[half];
            }
        }

        foreach (var h in _come.SelectMany(_after.HalvesOf).Where(h => !_halfOf.ContainsKey(h)).Select(h => h & ~1).Distinct().Order().ToList())
        {
            var pair = count;
            if (!free.TryDequeue(out pair))
            {
                pair = count;
                count += 2;
            }

            (_halfOf[h], _halfOf[h + 1]) = (pair, pair + 1);
            NumberVertex(_after.KeyOf(h));
            NumberVertex(_after.KeyOf(h + 1));
        }

        return count;
    }

    // Where a new point takes one in that was there before: all faces around that one go.
    private void FreeVertices()
    {
        var points = _come.SelectMany(_after.HalvesOf).Select(_after.KeyOf).Select(key => (key.X, key.Y)).ToHashSet();
        foreach (var (point, vertex) in _vertexOf.Where(pair => !points.Contains(pair.Key)).OrderBy(pair => pair.Value).ToList())
        {
            _vertexOf.Remove(point);
            _freeVertices.Enqueue(vertex);
        }
    }

    private void NumberVertex((int X, int Y, int ToX, int ToY) key)
    {
        if (_vertexOf.ContainsKey((key.X, key.Y)))
        {
            return;
        }

        if (_freeVertices.TryDequeue(out var vertex))
        {
            _movedVertices.Add((vertex, key.X, key.Y));
        }
        else
        {
            vertex = _old.Graph.VertexX.Length + _newVertices.Count;
            _newVertices.Add((key.X, key.Y));
        }

        _vertexOf[(key.X, key.Y)] = vertex;
    }

    private int NumberFaces(Queue<int> free)
    {
        var count = _old.FaceKinds.Length;
        foreach (var face in _come)
        {
            FaceOf[face] = free.TryDequeue(out var number) ? number : count++;
        }

        return count;
    }

    /// <summary>The columns of the fabric afterwards.</summary>
    public FabricColumns ToColumns((int[] Start, int[] Faces) parcels, (double[] Gained, double[] Lost) balance)
    {
        var now = _after.Columns;
        var kinds = Grown(_old.FaceKinds, _faceCount);
        var parcel = Grown(_old.FaceParcel, _faceCount);
        var inside = Grown(_old.FaceInStudyArea, _faceCount);
        var area = Grown(_old.TwiceArea, _faceCount);
        var width = Grown(_old.StripWidthM, _faceCount);
        var (rings, sides) = (new Dictionary<int, int[]>(), new Dictionary<int, int[]>());
        foreach (var (face, number) in FaceOf)
        {
            kinds[number] = now.FaceKinds[face];
            parcel[number] = _after.RowOf(now.FaceParcel[face]);
            inside[number] = now.FaceInStudyArea[face];
            area[number] = now.TwiceArea[face];
            width[number] = now.StripWidthM[face];
            sides[number] = _after.SidesOf(face);
            rings[number] = Array.ConvertAll(now.Graph.FaceRings[now.Graph.FaceRingStart[face]..now.Graph.FaceRingStart[face + 1]], h => _halfOf[h]);
        }

        var (ringStart, ringHalves) = CompressedRows.With(_old.Graph.FaceRingStart, _old.Graph.FaceRings, rings, _faceCount);
        var (sideStart, sideParcels) = CompressedRows.With(_old.SideStart, _old.SideParcels, sides, _faceCount);
        return new FabricColumns
        {
            Graph = ToGraph(ringStart, ringHalves),
            FaceKinds = kinds,
            FaceParcel = parcel,
            FaceInStudyArea = inside,
            TwiceArea = area,
            SideStart = sideStart,
            SideParcels = sideParcels,
            StripWidthM = width,
            ParcelFaceStart = parcels.Start,
            ParcelFaces = parcels.Faces,
            GainedM2 = balance.Gained,
            LostM2 = balance.Lost,
        };
    }

    private FaceGraph ToGraph(int[] ringStart, int[] ringHalves)
    {
        var old = _old.Graph;
        var vertexCount = old.VertexX.Length + _newVertices.Count;
        int[] x = Grown(old.VertexX, vertexCount), y = Grown(old.VertexY, vertexCount);
        for (var i = 0; i < _newVertices.Count; i++)
        {
            (x[old.VertexX.Length + i], y[old.VertexX.Length + i]) = _newVertices[i];
        }

        foreach (var (vertex, atX, atY) in _movedVertices)
        {
            (x[vertex], y[vertex]) = (atX, atY);
        }

        int[] origin = Grown(old.Origin, _halfCount), next = Grown(old.Next, _halfCount), face = Grown(old.Face, _halfCount);
        var now = _after.Columns.Graph;
        foreach (var come in _come)
        {
            foreach (var h in _after.HalvesOf(come))
            {
                var (half, key) = (_halfOf[h], _after.KeyOf(h));
                origin[half] = _vertexOf[(key.X, key.Y)];
                next[half] = _halfOf[now.Next[h]];
                face[half] = FaceOf[come];
            }
        }

        return new FaceGraph(x, y, origin, next, face) { FaceRingStart = ringStart, FaceRings = ringHalves };
    }

    private static T[] Grown<T>(T[] values, int count)
    {
        var grown = GC.AllocateUninitializedArray<T>(count);
        values.CopyTo(grown, 0);
        return grown;
    }
}
