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
