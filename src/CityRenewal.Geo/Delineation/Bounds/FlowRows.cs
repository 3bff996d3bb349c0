namespace CityRenewal.Geo.Delineation;

/// <summary>Flows by the node that they start from, in columns.</summary>
internal sealed class FlowRows(int nodes)
{
    private readonly List<int> _to = [];
    private readonly List<int> _flow = [];
    private int _at;

    /// <summary>First flow of each node, and one past the last.</summary>
    public int[] Start { get; } = new int[nodes + 1];

    /// <summary>Where each flow leads.</summary>
    public int[] To => Closed(_to);

    /// <summary>What flows.</summary>
    public int[] Flow => Closed(_flow);

    /// <summary>Adds a flow; nodes ascend.</summary>
    public void Add(int node, int other, int flow)
    {
        while (_at < node)
        {
            Start[++_at] = _to.Count;
        }

        _to.Add(other);
        _flow.Add(flow);
    }

    private int[] Closed(List<int> column)
    {
        while (_at + 1 < Start.Length)
        {
            Start[++_at] = _to.Count;
        }

        return [.. column];
    }
}
