namespace CityRenewal.Geo.Fabric;

/// <summary>
/// The plane divided by borders: half-edges, faces with their rings, and what covers every face. Face 0 is unbounded.
/// </summary>
internal sealed class Arrangement
{
    private const int Sweeps = 4;

    private Arrangement(HalfEdges half, Covers covers, int[] face, int[] ringStart, int[] rings, long[] twiceArea)
    {
        Half = half;
        Covers = covers;
        Face = face;
        FaceRingStart = ringStart;
        FaceRings = rings;
        TwiceArea = twiceArea;
        Cover = new int[twiceArea.Length];
        StudyCount = new short[twiceArea.Length];
        WaterCount = new short[twiceArea.Length];
    }

    public HalfEdges Half { get; }

    public Covers Covers { get; }

    /// <summary>The face left of every half-edge.</summary>
    public int[] Face { get; }

    public int[] FaceRingStart { get; }

    /// <summary>One half-edge of every ring of every face, the outer ring first.</summary>
    public int[] FaceRings { get; }

    /// <summary>Twice the area of every face; 0 for the unbounded one.</summary>
    public long[] TwiceArea { get; }

    public int FaceCount => TwiceArea.Length;

    /// <summary>The land over every face.</summary>
    public int[] Cover { get; }

    /// <summary>How often the study area winds around every face.</summary>
    public short[] StudyCount { get; }

    /// <summary>How often water winds around every face.</summary>
    public short[] WaterCount { get; }

    /// <summary>Snaps, nodes and partitions the given borders; the tolerance is in grid units and moves land only.</summary>
    public static (Arrangement Arrangement, SnapTrail Trail) Of(
        Linework linework, int tolerance, ParallelOptions parallel, int? cellShift = null)
    {
        var trail = SnapTrail.Of(linework, tolerance, parallel, cellShift);
        var half = HalfEdges.Of(trail.Vertices, trail.Edges, out var numberOf, parallel);
        var rings = BoundaryRings.Of(half, parallel);
        var faceOfRing = FacesOf(half, rings, new Nesting(half, trail.Noding, trail.Vertices, numberOf), parallel);
        var arrangement = Assemble(half, trail.Edges.Covers, rings, faceOfRing, parallel);
        arrangement.Spread();
        return (arrangement, trail);
    }

    /// <summary>The rows that cover a face, each once, ascending.</summary>
    public IReadOnlyList<int> RowsOver(int face) =>
        Cover[face] == Covers.None ? []
        : Cover[face] >= 0 ? [Cover[face]]
        : [.. Covers.RowsOf(Cover[face], []).ToArray().Select(row => row < 0 ? ~row : row).Distinct().Order()];

    /// <summary>The faces as a graph to walk outlines on.</summary>
    public FaceGraph ToGraph() => new(Half.X, Half.Y, Half.Origin, Half.Next, Face)
    {
        FaceRingStart = FaceRingStart,
        FaceRings = FaceRings,
    };

    private static int[] FacesOf(HalfEdges half, BoundaryRings rings, Nesting nesting, ParallelOptions parallel)
    {
        var faceOfRing = new int[rings.Count];
        var count = 1;
        for (var ring = 0; ring < rings.Count; ring++)
        {
            faceOfRing[ring] = rings.TwiceArea[ring] > 0 ? count++ : -1;
        }

        int[] holes = [.. Enumerable.Range(0, rings.Count).Where(ring => faceOfRing[ring] < 0)];
        var around = new int[holes.Length];
        Parallel.For(0, holes.Length, parallel, i =>
        {
            var h = nesting.FirstWestOf(rings.Westernmost[holes[i]]);
            around[i] = h < 0 ? -1 : rings.RingOf[h];
        });

        // What lies around a hole begins farther west: in that order every hole finds its face settled.
        var order = Enumerable.Range(0, holes.Length).ToArray();
        Array.Sort(order, (a, b) => CompareWest(half, rings.Westernmost[holes[a]], rings.Westernmost[holes[b]]));
        foreach (var i in order)
        {
            faceOfRing[holes[i]] = around[i] < 0 ? 0 : faceOfRing[around[i]];
        }

        return faceOfRing;
    }

    private static int CompareWest(HalfEdges half, int a, int b) =>
        half.X[a] != half.X[b] ? half.X[a].CompareTo(half.X[b]) : half.Y[a].CompareTo(half.Y[b]);

    private static Arrangement Assemble(
        HalfEdges half, Covers covers, BoundaryRings rings, int[] faceOfRing, ParallelOptions parallel)
    {
        var faceCount = 1 + faceOfRing.Zip(rings.TwiceArea).Count(ring => ring.Second > 0);
        var face = rings.RingOf;
        Parallel.For(0, (face.Length + 1023) >> 10, parallel, chunk =>
        {
            var end = Math.Min((chunk + 1) << 10, face.Length);
            for (var h = chunk << 10; h < end; h++)
            {
                face[h] = faceOfRing[face[h]];
            }
        });

        var start = new int[faceCount + 1];
        foreach (var f in faceOfRing)
        {
            start[f + 1]++;
        }

        for (var f = 0; f < faceCount; f++)
        {
            start[f + 1] += start[f];
        }

        var place = start.AsSpan(0, faceCount).ToArray();
        var ringsOfFaces = new int[rings.Count];
        var twiceArea = new long[faceCount];
        for (var pass = 0; pass < 2; pass++)
        {
            for (var ring = 0; ring < rings.Count; ring++)
            {
                if ((rings.TwiceArea[ring] > 0) == (pass == 0))
                {
                    ringsOfFaces[place[faceOfRing[ring]]++] = rings.First[ring];
                    twiceArea[faceOfRing[ring]] += faceOfRing[ring] == 0 ? 0 : rings.TwiceArea[ring];
                }
            }
        }

        return new Arrangement(half, covers, face, start, ringsOfFaces, twiceArea);
    }

    // From face to face: what covers the next one is what covers this one, changed by the border between them. Borders are
    // near in memory where they are near on the ground: going along them settles nearly every face, a queue does the rest.
    private void Spread()
    {
        var isKnown = new bool[FaceCount];
        Cover[0] = Covers.None;
        isKnown[0] = true;
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            ForFrontier(isKnown, sweep % 2 == 0, (known, other, h) => Settle(isKnown, known, other, h));
        }

        var queue = new Queue<int>();
        ForFrontier(isKnown, isForward: true, (known, _, _) => queue.Enqueue(known));
        while (queue.TryDequeue(out var from))
        {
            for (var ring = FaceRingStart[from]; ring < FaceRingStart[from + 1]; ring++)
            {
                var h = FaceRings[ring];
                do
                {
                    var to = Face[h ^ 1];
                    if (!isKnown[to])
                    {
                        Settle(isKnown, from, to, h);
                        queue.Enqueue(to);
                    }

                    h = Half.Next[h];
                }
                while (h != FaceRings[ring]);
            }
        }
    }

    /// <summary>Takes every border between a known face and one that is not: both faces, and the half-edge of the known one.</summary>
    private void ForFrontier(bool[] isKnown, bool isForward, Action<int, int, int> take)
    {
        for (var i = 0; i < Face.Length; i += 2)
        {
            var h = isForward ? i : Face.Length - 2 - i;
            int left = Face[h], right = Face[h + 1];
            if (isKnown[left] != isKnown[right])
            {
                var (known, other, side) = isKnown[left] ? (left, right, h) : (right, left, h + 1);
                take(known, other, side);
            }
        }
    }

    private void Settle(bool[] isKnown, int from, int to, int h)
    {
        isKnown[to] = true;
        Cover[to] = Covers.With(Cover[from], Half.Land[h ^ 1], Half.Land[h]);
        var (study, water) = Half.FrameOf(h);
        StudyCount[to] = (short)(StudyCount[from] - study);
        WaterCount[to] = (short)(WaterCount[from] - water);
    }
}
