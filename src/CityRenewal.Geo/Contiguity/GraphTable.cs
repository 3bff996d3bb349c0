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
    /// barrier is the kind of what lies between, empty where nothing does. Sorted by a, then b.
    /// </summary>
    public IEnumerable<string> ToCsvLines()
    {
        yield return "a,b,shared_length_m,facing_length_m,barrier";
        foreach (var pair in Enumerable.Range(0, _graph.PairCount).Select(Row).OrderBy(row => row.A, StringComparer.Ordinal).ThenBy(row => row.B, StringComparer.Ordinal))
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{Quoted(pair.A)},{Quoted(pair.B)},{Metres(_graph.SharedLength[pair.Pair])},{Metres(_graph.FacingLength[pair.Pair])},{_graph.BarrierKinds[_graph.Barrier[pair.Pair]]}");
        }
    }

    private (string A, string B, int Pair) Row(int pair)
    {
        string one = _city.Parcels.Ids[_graph.A[pair]], other = _city.Parcels.Ids[_graph.B[pair]];
        return string.CompareOrdinal(one, other) <= 0 ? (one, other, pair) : (other, one, pair);
    }

    private string Metres(int units) => _graph.Plane.Metres(units).ToString("0.####", CultureInfo.InvariantCulture);

    private static string Quoted(string id) =>
        id.AsSpan().IndexOfAny(",\"\r\n") < 0 ? id : $"\"{id.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
