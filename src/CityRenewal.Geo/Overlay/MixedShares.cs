using System.Runtime.InteropServices;

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
        parts = at < 0 ? [] : CollectionsMarshal.AsSpan(_parts)[start.._ends[at]];
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
        var (mixed, next, kept) = (new MixedShares(), 0, 0);
        mixed._rows.EnsureCapacity(_rows.Count + found._rows.Count);
        mixed._ends.EnsureCapacity(_rows.Count + found._rows.Count);
        mixed._parts.EnsureCapacity(_parts.Count + found._parts.Count);
        foreach (var row in rows.Append(int.MaxValue))
        {
            // What lies between two that are found anew stays in one run.
            var at = _rows.BinarySearch(kept, _rows.Count - kept, row, null);
            mixed.AddRun(this, kept, at < 0 ? ~at : at);
            kept = at < 0 ? ~at : at + 1;
            if (next < found._rows.Count && rows[found._rows[next]] == row)
            {
                mixed.AddRun(found, next, next + 1);
                mixed._rows[^1] = row;
                next++;
            }
        }

        return mixed;
    }

    private void AddRun(MixedShares from, int first, int end)
    {
        var start = first > 0 ? from._ends[first - 1] : 0;
        var shift = _parts.Count - start;
        _rows.AddRange(CollectionsMarshal.AsSpan(from._rows)[first..end]);
        _parts.AddRange(CollectionsMarshal.AsSpan(from._parts)[start..(end > 0 ? from._ends[end - 1] : 0)]);
        for (var i = first; i < end; i++)
        {
            _ends.Add(from._ends[i] + shift);
        }
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
