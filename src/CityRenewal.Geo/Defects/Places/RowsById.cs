using System.Text;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Finds the rows of a few wanted ids in a long column.</summary>
internal static class RowsById
{
    /// <summary>Rows that carry a wanted id, ascending, per id; ids that are not there have none.</summary>
    public static Dictionary<string, List<int>> Of(TextColumn ids, IEnumerable<string> wanted)
    {
        var rows = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var byHash = new Dictionary<ulong, List<string>>();
        foreach (var id in wanted)
        {
            if (rows.TryAdd(id, []))
            {
                var hash = IdHash.Of(Encoding.UTF8.GetBytes(id));
                (byHash.TryGetValue(hash, out var same) ? same : byHash[hash] = []).Add(id);
            }
        }

        for (var row = 0; rows.Count > 0 && row < ids.Count; row++)
        {
            if (byHash.TryGetValue(IdHash.Of(ids.Utf8(row)), out var candidates) && candidates.Contains(ids[row]))
            {
                rows[ids[row]].Add(row);
            }
        }

        return rows;
    }

    /// <summary>The ids of a delivered layer as texts; the number in the file stands in where there is no column of ids.</summary>
    public static TextColumn IdsOf(SourceLayer layer) => layer.Column(LayerNames.IdColumn(layer.Name)) switch
    {
        TextSource texts => texts.Values,
        null => TextColumn.From(Enumerable.Range(0, layer.Shapes.Count).Select(row => layer.FidOf(row).ToString(System.Globalization.CultureInfo.InvariantCulture))),
        var other => TextColumn.From(Enumerable.Range(0, layer.Shapes.Count).Select(other.TextOf)),
    };
}
