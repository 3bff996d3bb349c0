using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Contiguity;

/// <summary>
/// Builds the graph in three passes over the parcels in fixed chunks: what each parcel sees, what both sides of a pair
/// agree on, and the columns. Chunks write to places of their own, so any number of threads gives the same bytes.
/// </summary>
internal sealed class GraphAssembly
{
    private const string Water = "water";
    private const int ParcelsPerChunk = 8192;

    private readonly LandFabric _fabric;
    private readonly GraphOptions _options;
    private readonly ParallelOptions _parallel;
    private readonly SeenChunk[] _chunks;
    private readonly int[] _kept;

    private GraphAssembly(LandFabric fabric, GraphOptions options, CancellationToken cancel)
    {
        _fabric = fabric;
        _options = options;
        _parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : -1, CancellationToken = cancel,
        };
        _chunks = new SeenChunk[(fabric.ParcelCount + ParcelsPerChunk - 1) / ParcelsPerChunk];
        _kept = new int[_chunks.Length + 1];
    }

    public static ContiguityGraph From(
        LandFabric fabric, Barriers barriers, GraphOptions options, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var kinds = KindsOf(barriers);
        var assembly = new GraphAssembly(fabric, options, cancel);
        var pieces = PiecesOf(barriers, fabric, assembly._parallel);
        progress?.Report(new WorkProgress("neighbours", 0));
        assembly.See(pieces, WaterIn(kinds));
        progress?.Report(new WorkProgress("neighbours", 0.8));
        assembly.Agree();
        var columns = assembly.ToColumns();
        progress?.Report(new WorkProgress("neighbours", 1));
        return new ContiguityGraph(columns) { Plane = fabric.Plane, BarrierKinds = kinds };
    }

    /// <summary>Barriers as a scan around a parcel reads them.</summary>
    public static BarrierPieces PiecesOf(Barriers barriers, LandFabric fabric, ParallelOptions parallel)
    {
        var unknown = KindsOf(barriers).Length - 1;
        byte[] codes = [.. barriers.Kinds.Words.Select((_, code) => (byte)(code == 0 ? unknown : code))];
        return new BarrierPieces(barriers, codes, fabric.Plane.UnitsPerMetre, parallel);
    }

    /// <summary>The code of water among the kinds of a graph.</summary>
    public static byte WaterIn(IReadOnlyList<string> kinds) => (byte)kinds.ToList().IndexOf(Water);

    private static string[] KindsOf(Barriers barriers)
    {
        var words = barriers.Kinds.Words;
        return [.. words, .. words.Contains(Water) ? Array.Empty<string>() : [Water], "unknown"];
    }

    private void See(BarrierPieces pieces, byte water)
    {
        var open = OpenRings.Of(_fabric, _parallel);
        Parallel.For(
            0,
            _chunks.Length,
            _parallel,
            () => new NeighbourScan((_fabric, open), (pieces, water), _options),
            (chunk, _, scan) =>
            {
                var first = chunk * ParcelsPerChunk;
                var seen = new SeenChunk(first, Math.Min(ParcelsPerChunk, _fabric.ParcelCount - first));
                for (var parcel = first; parcel < first + seen.ParcelCount; parcel++)
                {
                    _parallel.CancellationToken.ThrowIfCancellationRequested();
                    seen.Add(parcel, scan.Around(parcel));
                }

                _chunks[chunk] = seen;
                return scan;
            },
            _ => { });
    }

    // Only rows with the smaller parcel first are written, only the others are read.
    private void Agree()
    {
        var minimum = _options.MinimumContactM * _fabric.Plane.UnitsPerMetre;
        Parallel.For(0, _chunks.Length, _parallel, chunk =>
        {
            var seen = _chunks[chunk];
            var kept = 0;
            for (var parcel = seen.First; parcel < seen.First + seen.ParcelCount; parcel++)
            {
                for (var row = seen.Start(parcel); row < seen.Start(parcel + 1); row++)
                {
                    if (seen.Rows[row].Parcel > parcel)
                    {
                        kept += Agree(parcel, ref seen.Rows[row], minimum) ? 1 : 0;
                    }
                }
            }

            _kept[chunk + 1] = kept;
        });

        for (var chunk = 0; chunk < _chunks.Length; chunk++)
        {
            _kept[chunk + 1] += _kept[chunk];
        }
    }

    private bool Agree(int parcel, ref SeenRow here, double minimum) =>
        Agree(ref here, _chunks[here.Parcel / ParcelsPerChunk].Find(here.Parcel, parcel), minimum);

    /// <summary>Writes what both sides of a pair agree on into the row of the smaller one; whether the pair is kept.</summary>
    public static bool Agree(ref SeenRow here, in SeenRow there, double minimum)
    {
        var total = (2L * here.Shared) + here.Facing + there.Facing;
        var isBehind = 2L * ((long)here.Behind + there.Behind) >= total && here.Behind + there.Behind > 0;
        var barrier = here.Behind >= there.Behind ? here.Barrier : there.Barrier;
        here.Facing = Math.Min(here.Facing, there.Facing);
        here.Barrier = isBehind ? barrier : (byte)0;
        here.IsKept = (long)here.Shared + here.Facing >= Math.Max(1, minimum);
        return here.IsKept;
    }

    private GraphColumns ToColumns()
    {
        var count = _kept[^1];
        int[] a = new int[count], b = new int[count], shared = new int[count], facing = new int[count];
        var barrier = new byte[count];
        Parallel.For(0, _chunks.Length, _parallel, chunk =>
        {
            var seen = _chunks[chunk];
            var pair = _kept[chunk];
            for (var parcel = seen.First; parcel < seen.First + seen.ParcelCount; parcel++)
            {
                for (var row = seen.Start(parcel); row < seen.Start(parcel + 1); row++)
                {
                    ref readonly var kept = ref seen.Rows[row];
                    if (kept.IsKept)
                    {
                        (a[pair], b[pair], shared[pair], facing[pair], barrier[pair]) =
                            (parcel, kept.Parcel, kept.Shared, kept.Facing, kept.Barrier);
                        pair++;
                    }
                }
            }
        });

        var (start, neighbours, pairs) = Adjacency(a, b, _fabric.ParcelCount);
        return new GraphColumns
        {
            A = a, B = b, SharedLength = shared, FacingLength = facing, Barrier = barrier,
            NeighbourStart = start, Neighbours = neighbours, NeighbourPairs = pairs,
        };
    }

    // Pairs come by (a, b), so every parcel meets its neighbours in ascending order.
    public static (int[] Start, int[] Neighbours, int[] Pairs) Adjacency(int[] a, int[] b, int parcelCount)
    {
        var start = new int[parcelCount + 1];
        for (var pair = 0; pair < a.Length; pair++)
        {
            start[a[pair] + 1]++;
            start[b[pair] + 1]++;
        }

        for (var parcel = 0; parcel < parcelCount; parcel++)
        {
            start[parcel + 1] += start[parcel];
        }

        int[] neighbours = new int[2 * a.Length], pairs = new int[2 * a.Length], next = start[..^1];
        for (var pair = 0; pair < a.Length; pair++)
        {
            int atA = next[a[pair]]++, atB = next[b[pair]]++;
            (neighbours[atA], pairs[atA]) = (b[pair], pair);
            (neighbours[atB], pairs[atB]) = (a[pair], pair);
        }

        return (start, neighbours, pairs);
    }
}
