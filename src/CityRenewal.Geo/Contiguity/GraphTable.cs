using System.Globalization;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Contiguity;

/// <summary>The neighbours of a city as a table: one row for each pair, a before b in the order of their ids.</summary>
public sealed class GraphTable
{
    private readonly City _city;
    private readonly ContiguityGraph _graph;

    private GraphTable(City city, ContiguityGraph graph)
    {
        _city = city;
        _graph = graph;
    }

    /// <summary>The table of a city's neighbours.</summary>
    public static GraphTable Of(City city, ContiguityGraph graph) => new(city, graph);

    /// <summary>
    /// The table as lines of CSV, the header first: a, b, shared_length_m, facing_length_m, barrier. Lengths in metres;
    /// barrier is the kind of what lies between, empty where nothing does. Sorted by a, then b, bytewise.
    /// </summary>
    public IEnumerable<string> ToCsvLines()
    {
        yield return "a,b,shared_length_m,facing_length_m,barrier";
        var ranks = RanksOfIds();
        foreach (var pair in PairsInOrder(ranks))
        {
            int a = _graph.A[pair], b = _graph.B[pair];
            (a, b) = ranks[a] < ranks[b] ? (a, b) : (b, a);
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{Quoted(a)},{Quoted(b)},{Metres(_graph.SharedLength[pair])},{Metres(_graph.FacingLength[pair])},{_graph.BarrierKinds[_graph.Barrier[pair]]}");
        }
    }

    // Millions of pairs are sorted by the ranks of their ids: two numbers for a pair instead of two texts.
    private int[] PairsInOrder(int[] ranks)
    {
        var keys = new long[_graph.PairCount];
        var pairs = new int[_graph.PairCount];
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            int one = ranks[_graph.A[pair]], other = ranks[_graph.B[pair]];
            keys[pair] = ((long)Math.Min(one, other) << 32) | (uint)Math.Max(one, other);
            pairs[pair] = pair;
        }

        Array.Sort(keys, pairs);
        return pairs;
    }

    private int[] RanksOfIds()
    {
        var ids = _city.Parcels.Ids;
        var order = new int[ids.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (one, other) =>
        {
            var byText = ids.Utf8(one).SequenceCompareTo(ids.Utf8(other));
            return byText != 0 ? byText : one.CompareTo(other);
        });
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
        }

        return ranks;
    }

    private string Metres(int units) => _graph.Plane.Metres(units).ToString("0.####", CultureInfo.InvariantCulture);

    private string Quoted(int parcel)
    {
        var id = _city.Parcels.Ids[parcel];
        return id.AsSpan().IndexOfAny(",\"\r\n") < 0 ? id : $"\"{id.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
