using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Editing;

/// <summary>Rows of features by their ids.</summary>
internal sealed class IdRows
{
    private readonly Dictionary<string, int> _rows;

    public IdRows(TextColumn ids)
    {
        _rows = new Dictionary<string, int>(ids.Count, StringComparer.Ordinal);
        for (var row = 0; row < ids.Count; row++)
        {
            _rows.TryAdd(ids[row], row);
        }
    }

    /// <summary>Whether there is a feature of that id, and its row.</summary>
    public bool TryFind(string id, out int row) => _rows.TryGetValue(id, out row);
}
