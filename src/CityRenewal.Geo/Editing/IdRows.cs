using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Editing;

/// <summary>Rows of features by their ids.</summary>
internal sealed class IdRows
{
    private readonly Dictionary<string, int> _rows;
    private readonly Dictionary<string, int> _others = new(StringComparer.Ordinal); // by id, instead of what the rows tell; -1 for an id that is no more

    public IdRows(TextColumn ids)
    {
        _rows = new Dictionary<string, int>(ids.Count, StringComparer.Ordinal);
        for (var row = 0; row < ids.Count; row++)
        {
            _rows.TryAdd(ids[row], row);
        }
    }

    private IdRows(IdRows before)
    {
        _rows = before._rows;
        _others = new Dictionary<string, int>(before._others, StringComparer.Ordinal);
    }

    /// <summary>The rows after a feature gave way to others.</summary>
    public IdRows With(string gone, TextColumn ids, IReadOnlyList<int> rows)
    {
        var with = new IdRows(this) { _others = { [gone] = -1 } };
        foreach (var row in rows)
        {
            with._others[ids[row]] = row;
        }

        return with;
    }

    /// <summary>Whether there is a feature of that id, and its row.</summary>
    public bool TryFind(string id, out int row) => (_others.TryGetValue(id, out row) || _rows.TryGetValue(id, out row)) && row >= 0;
}
