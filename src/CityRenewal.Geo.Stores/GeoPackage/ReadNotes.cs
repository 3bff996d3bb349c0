using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>Words what reading a layer had to leave out.</summary>
internal static class ReadNotes
{
    internal static IReadOnlyList<ReadNote> Of(FeatureTable table, IReadOnlyList<RowRange> ranges, IReadOnlyList<long> otherKind)
    {
        var notes = new List<ReadNote>();
        Add(notes, "unreadable_geometry", [.. ranges.SelectMany(range => range.Unreadable)],
            count => $"Layer {table.Name}: the geometry of {count} features makes no sense; they are kept without one.");
        Add(notes, "empty_geometry", [.. ranges.SelectMany(range => range.Empty)],
            count => $"Layer {table.Name}: the geometry of {count} features is empty.");
        Add(notes, "other_kind_left_out", otherKind,
            count => $"Layer {table.Name}: {count} features hold parts of another kind than the layer; those parts are left out.");
        Add(notes, "third_dimension_dropped", [.. ranges.SelectMany(range => range.HigherDimension)],
            count => $"Layer {table.Name}: {count} features have heights or measures; these are left out.");
        var binary = table.BinaryColumns
            .Concat(table.Columns.Where((_, i) => ranges.Any(range => range.Values[i].SawBytes)).Select(column => column.Name));
        notes.AddRange(binary.Select(column => new ReadNote(
            "binary_column_left_out", $"Layer {table.Name}: column {column} holds bytes; they are left out.", [])));
        return notes;
    }

    private static void Add(List<ReadNote> notes, string code, IReadOnlyList<long> fids, Func<int, string> message)
    {
        if (fids.Count > 0)
        {
            notes.Add(new ReadNote(code, message(fids.Count), fids));
        }
    }
}
