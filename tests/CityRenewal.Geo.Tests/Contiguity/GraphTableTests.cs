using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Tests.Contiguity;

public class GraphTableTests
{
    [Fact]
    public void Every_pair_is_one_row_a_before_b_and_rows_sorted()
    {
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(120)), new AssemblyOptions { BaselineYear = 2026 }).City;
        var graph = new CityWork(city).Graph(GraphOptions.Default);

        var rows = GraphTable.Of(city, graph).ToCsvLines().Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(graph.PairCount, rows.Count);
        Assert.All(rows, row => Assert.True(string.CompareOrdinal(row[0], row[1]) < 0));
        Assert.Equal(rows.OrderBy(row => row[0], StringComparer.Ordinal).ThenBy(row => row[1], StringComparer.Ordinal), rows);
    }
}
