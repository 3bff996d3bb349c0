namespace CityRenewal.Geo.Overlay;

/// <summary>Features that lie neither whole in one zone nor in none, with their parts; ascending.</summary>
internal sealed class MixedShares
{
    private readonly List<int> _rows = [];
    private readonly List<int> _ends = [];
    private readonly List<ZoneArea> _parts = [];

    /// <summary>The parts of a feature; false for one that is not among them.</summary>
    public bool TryPartsOf(int feature, out ReadOnlySpan<ZoneArea> parts)
    {
        var at = _rows.BinarySearch(feature);
        var start = at > 0 ? _ends[at - 1] : 0;
        parts = at < 0 ? [] : System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_parts)[start.._ends[at]];
        return at >= 0;
    }

    /// <summary>Adds a feature after all others.</summary>
    public void Add(int feature, List<ZoneArea> parts)
    {
        _rows.Add(feature);
        _parts.AddRange(parts);
        _ends.Add(_parts.Count);
    }

    /// <summary>The features with some found anew.</summary>
    /// <param name="rows">Those, ascending.</param>
    /// <param name="found">What was found of them, by their place among the rows.</param>
    public MixedShares With(int[] rows, MixedShares found)
    {
        var (features, from) = SortedRows.With(_rows.ToArray(), rows.ToHashSet(), [.. found._rows.Select(i => rows[i])]);
        var mixed = new MixedShares();
        for (var i = 0; i < features.Length; i++)
        {
            var (source, at) = from[i] >= 0 ? (this, from[i]) : (found, ~from[i]);
            mixed._rows.Add(features[i]);
            mixed._parts.AddRange(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(source._parts)[(at > 0 ? source._ends[at - 1] : 0)..source._ends[at]]);
            mixed._ends.Add(mixed._parts.Count);
        }

        return mixed;
    }

    /// <summary>Joins what chunks found, in their order, in m² and rows of the layer.</summary>
    public static MixedShares Joined(MixedShares[] chunks, Func<ZoneArea, ZoneArea> inLayer)
    {
        var joined = new MixedShares();
        foreach (var chunk in chunks)
        {
            var before = joined._parts.Count;
            joined._rows.AddRange(chunk._rows);
            joined._ends.AddRange(chunk._ends.Select(end => before + end));
            joined._parts.AddRange(chunk._parts.Select(inLayer));
        }

        return joined;
    }
}
