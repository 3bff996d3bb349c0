namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Sums over all areas of a plan together, of which a plan may not hold more than a limit: land, cost. A lower limit is a row
/// with its signs turned.
/// </summary>
internal sealed class PlanRows
{
    /// <summary>No sum over the plan is limited.</summary>
    public static readonly PlanRows None = new([], [], [], []);

    private readonly long[][] _slack;
    private readonly long[] _limits;
    private readonly double[] _prices;

    /// <summary>Rows over the nodes of a city.</summary>
    /// <param name="names">What each row limits, by the word of the request.</param>
    /// <param name="slack">Per row and node what the node takes, millionths of the row's unit.</param>
    /// <param name="limits">What a plan may take of each row.</param>
    /// <param name="prices">What one unit too much costs, m² of benefit; infinite where the row is kept whatever it costs.</param>
    public PlanRows(string[] names, long[][] slack, long[] limits, double[] prices) =>
        (Names, _slack, _limits, _prices) = (names, slack, limits, prices);

    /// <summary>What each row limits.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _slack.Length;

    /// <summary>What a node takes of a row.</summary>
    public long Slack(int row, int node) => _slack[row][node];

    /// <summary>What a plan may take of a row in all.</summary>
    public long Limit(int row) => _limits[row];

    /// <summary>What one unit too much costs, m² of benefit; infinite where the row is kept whatever it costs.</summary>
    public double SoftPrice(int row) => _prices[row];
}
