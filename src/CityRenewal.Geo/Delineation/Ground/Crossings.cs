using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Contiguity;

namespace CityRenewal.Geo.Delineation;

/// <summary>The pairs of parcels between which a barrier lies: those that no area crosses, and those that it crosses at a price.</summary>
internal sealed class Crossings
{
    private readonly ContiguityGraph _graph;
    private readonly double[] _priceOfCode;
    private readonly HashSet<long> _barred = [];
    private readonly Dictionary<long, double> _priced = [];

    public Crossings(ContiguityGraph graph, IReadOnlyList<CrossingPrice> prices)
    {
        _graph = graph;
        _priceOfCode = [.. graph.BarrierKinds.Select((kind, code) => code == 0 ? 0 : PriceOf(kind, prices))];
        for (var pair = 0; pair < graph.PairCount; pair++)
        {
            if (graph.IsOpen(pair))
            {
                continue;
            }

            if (MayCross(pair))
            {
                _priced[Key(graph.A[pair], graph.B[pair])] = PriceOf(pair);
            }
            else
            {
                _barred.Add(Key(graph.A[pair], graph.B[pair]));
            }
        }
    }

    /// <summary>The pairs that an area crosses at a price, in the order of the graph.</summary>
    public IEnumerable<(int A, int B, double Price)> Priced =>
        _priced.OrderBy(pair => pair.Key).Select(pair => ((int)(pair.Key >> 32), (int)(pair.Key & uint.MaxValue), pair.Value));

    /// <summary>Whether no area may hold both parcels, since a barrier that may not be crossed lies between.</summary>
    public bool IsBarred(int a, int b) => _barred.Count > 0 && _barred.Contains(Key(a, b));

    /// <summary>Whether an area may go from one parcel of a pair of the graph to the other, for nothing or at a price.</summary>
    public bool MayCross(int pair) => !double.IsNaN(PriceOf(pair));

    /// <summary>What it costs to go from one parcel of a pair to the other, m² of benefit; NaN where that is not allowed.</summary>
    public double PriceOf(int pair) => _priceOfCode[_graph.Barrier[pair]];

    private static double PriceOf(string kind, IReadOnlyList<CrossingPrice> prices) =>
        prices.FirstOrDefault(price => price.Kind == kind)?.Price ?? double.NaN;

    private static long Key(int a, int b) => ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
}
