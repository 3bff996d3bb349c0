using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Contiguity;

/// <summary>
/// Puts the parts of a parcel that was split among their neighbours: who is near enough to see any of what changed looks
/// around again, and so do those whom they see; all other pairs stay as they are.
/// </summary>
internal sealed class GraphPatch
{
    private readonly NeighbourScan _scan;
    private readonly Dictionary<int, SeenRow[]> _seen = [];

    private GraphPatch(NeighbourScan scan) => _scan = scan;

    /// <summary>The graph of a patched fabric.</summary>
    /// <param name="graph">The graph before.</param>
    /// <param name="patched">The fabric.</param>
    /// <param name="boxes">Boxes of the parcels of the patched fabric.</param>
    /// <param name="barriers">The barriers, as <see cref="GraphAssembly.PiecesOf"/> gives them.</param>
    /// <param name="options">The limits that the graph was made with.</param>
    public static ContiguityGraph Of(ContiguityGraph graph, PatchedFabric patched, FeatureBoxes boxes, BarrierPieces barriers, GraphOptions options)
    {
        var fabric = patched.Fabric;
        var looking = Looking(patched, boxes, options).ToHashSet();
        var patch = new GraphPatch(new NeighbourScan(
            (fabric, OpenRings.WhereLookedAt(fabric)), (barriers, GraphAssembly.WaterIn(graph.BarrierKinds)), options));
        var columns = patch.ToColumns(graph, looking, options.MinimumContactM * fabric.Plane.UnitsPerMetre, fabric.ParcelCount);
        return new ContiguityGraph(columns) { Plane = graph.Plane, BarrierKinds = graph.BarrierKinds };
    }

    /// <summary>Who may see any of what changed: a border sees no farther than the street width, and no border lies outside its parcel's box by more than snapping moves it.</summary>
    public static List<int> Looking(PatchedFabric patched, FeatureBoxes boxes, GraphOptions options) =>
        boxes.RowsMeeting(patched.Changed.Around((int)Math.Ceiling((options.StreetWidthM + 1) * patched.Fabric.Plane.UnitsPerMetre)));

    private SeenRow[] SeenBy(int parcel)
    {
        if (!_seen.TryGetValue(parcel, out var rows))
        {
            var neighbours = _scan.Around(parcel);
            rows = new SeenRow[neighbours.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i] = SeenRow.Of(neighbours[i]);
            }

            _seen[parcel] = rows;
        }

        return rows;
    }

    private List<(int A, SeenRow Row)> PairsOf(HashSet<int> looking, double minimum)
    {
        var found = new HashSet<(int A, int B)>();
        foreach (var parcel in looking)
        {
            foreach (var row in SeenBy(parcel))
            {
                found.Add((Math.Min(parcel, row.Parcel), Math.Max(parcel, row.Parcel)));
            }
        }

        var pairs = new List<(int A, SeenRow Row)>();
        foreach (var (a, b) in found.Order())
        {
            var here = Array.Find(SeenBy(a), row => row.Parcel == b);
            var there = Array.Find(SeenBy(b), row => row.Parcel == a);
            here.Parcel = b;
            if (GraphAssembly.Agree(ref here, there, minimum))
            {
                pairs.Add((a, here));
            }
        }

        return pairs;
    }

    // Pairs stay in their order, so that those between two that go move together.
    private GraphColumns ToColumns(ContiguityGraph graph, HashSet<int> looking, double minimum, int parcelCount)
    {
        var pairs = PairsOf(looking, minimum);
        int[] gone = [.. PairsWith(graph, looking).Order()];
        var columns = new PairSplice(graph, gone.Length, pairs.Count);
        var next = 0;
        foreach (var pair in gone)
        {
            PutBefore((graph.A[pair], graph.B[pair]));
            columns.KeepBefore(pair);
            columns.Skip();
        }

        PutBefore((int.MaxValue, int.MaxValue));
        columns.KeepBefore(graph.PairCount);
        return columns.ToColumns(NeighboursAfter(graph, looking, pairs), parcelCount);

        void PutBefore((int A, int B) key)
        {
            for (; next < pairs.Count && (pairs[next].A, pairs[next].Row.Parcel).CompareTo(key) < 0; next++)
            {
                columns.KeepBefore(columns.PlaceOf((pairs[next].A, pairs[next].Row.Parcel)));
                columns.Put(pairs[next]);
            }
        }
    }

    // Who looks again, and all whose pairs with them came or went.
    private static Dictionary<int, int[]> NeighboursAfter(ContiguityGraph graph, HashSet<int> looking, List<(int A, SeenRow Row)> pairs)
    {
        var now = pairs.SelectMany(pair => new[] { (Of: pair.A, Other: pair.Row.Parcel), (Of: pair.Row.Parcel, Other: pair.A) }).ToLookup(pair => pair.Of, pair => pair.Other);
        int[] Before(int parcel) => parcel < graph.ParcelCount ? graph.Neighbours[graph.NeighbourStart[parcel]..graph.NeighbourStart[parcel + 1]].ToArray() : [];
        var others = looking.SelectMany(Before).Concat(now.Select(row => row.Key)).Concat(looking).Distinct();
        return others.ToDictionary(
            parcel => parcel,
            parcel => looking.Contains(parcel) ? [.. now[parcel].Order()]
                : (int[])[.. Before(parcel).Where(other => !looking.Contains(other)).Concat(now[parcel]).Order()]);
    }

    private static HashSet<int> PairsWith(ContiguityGraph graph, HashSet<int> looking)
    {
        var pairs = new HashSet<int>();
        foreach (var parcel in looking.Where(parcel => parcel < graph.ParcelCount))
        {
            foreach (var pair in graph.NeighbourPairs[graph.NeighbourStart[parcel]..graph.NeighbourStart[parcel + 1]])
            {
                pairs.Add(pair);
            }
        }

        return pairs;
    }
}
