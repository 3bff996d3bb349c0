using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Delineation;

/// <summary>The rows of a rule pack over the nodes of a city: what each node takes of, or gives to, each row.</summary>
internal sealed class NodeRows
{
    /// <summary>No rule is a row here.</summary>
    public static readonly NodeRows None = new([], [], [], []);

    private readonly long[][] _slack;
    private readonly long[] _limits;
    private readonly double[] _prices;

    private NodeRows(string[] rules, long[][] slack, long[] limits, double[] prices) =>
        (Rules, _slack, _limits, _prices) = (rules, slack, limits, prices);

    /// <summary>The rules, by id.</summary>
    public IReadOnlyList<string> Rules { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _slack.Length;

    /// <summary>What a node takes of a row.</summary>
    public long Slack(int row, int node) => _slack[row][node];

    /// <summary>What an area may take of a row in all.</summary>
    public long Limit(int row) => _limits[row];

    /// <summary>What one unit too much costs, m² of benefit; infinite where the row is kept whatever it costs.</summary>
    public double SoftPrice(int row) => _prices[row];

    /// <summary>The rows of a pack over nodes: a node takes what its parcels take; streets take nothing.</summary>
    public static NodeRows Of(LandNodes nodes, IReadOnlyList<RuleRow> rows)
    {
        var slack = new long[rows.Count][];
        for (var row = 0; row < rows.Count; row++)
        {
            slack[row] = new long[nodes.Count];
            for (var node = 0; node < nodes.Count; node++)
            {
                long sum = 0;
                for (var i = nodes.ParcelStart[node]; i < nodes.ParcelStart[node + 1]; i++)
                {
                    sum = Math.Min(RuleRow.Prohibitive, sum + rows[row].Slack[nodes.Parcels[i]]);
                }

                slack[row][node] = sum;
            }
        }

        return new NodeRows([.. rows.Select(row => row.Rule)], slack, [.. rows.Select(row => row.Limit)], [.. rows.Select(row => row.SoftPrice)]);
    }
}
