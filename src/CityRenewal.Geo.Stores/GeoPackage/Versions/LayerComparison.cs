using System.Runtime.InteropServices;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage.Versions;

/// <summary>
/// Compares two states of a layer row by row, by their ids. Where several rows share an id, the first of one state is
/// compared with the first of the other, and so on.
/// </summary>
internal sealed class LayerComparison
{
    private static readonly string[] Derived = [LegalMeasures.AreaColumn, LegalMeasures.PerimeterColumn];

    private readonly SourceLayer _before;
    private readonly SourceLayer _after;
    private readonly List<(SourceColumn Before, SourceColumn After)> _common;
    private readonly int[] _editedRows;
    private readonly List<string> _added = [], _removed = [], _moved = [], _edited = [];

    private LayerComparison(SourceLayer before, SourceLayer after)
    {
        (_before, _after) = (before, after);
        _common = [.. ColumnsOf(before).Join(ColumnsOf(after), column => column.Name, column => column.Name, (one, other) => (one, other))];
        _editedRows = new int[_common.Count];
    }

    /// <summary>The first version of a layer: all its rows are new.</summary>
    internal static LayerChange First(LayerVersion version, SourceLayer layer) => new(version, null)
    {
        Added = ChangedRows.Of([.. IdsOf(layer)]),
        Removed = ChangedRows.Of([]),
        Moved = ChangedRows.Of([]),
        Edited = ChangedRows.Of([]),
        EditedColumns = [],
        NewColumns = [.. ColumnsOf(layer).Select(column => column.Name)],
        GoneColumns = [],
    };

    /// <summary>What lies between two versions.</summary>
    internal static LayerChange Between((LayerVersion Version, SourceLayer Layer) before, (LayerVersion Version, SourceLayer Layer) after)
    {
        var comparison = new LayerComparison(before.Layer, after.Layer);
        comparison.Compare();
        return new LayerChange(after.Version, before.Version)
        {
            Added = ChangedRows.Of(comparison._added),
            Removed = ChangedRows.Of(comparison._removed),
            Moved = ChangedRows.Of(comparison._moved),
            Edited = ChangedRows.Of(comparison._edited),
            EditedColumns =
            [
                .. comparison._common.Zip(comparison._editedRows, (columns, rows) => (columns.After.Name, Rows: rows)).Where(column => column.Rows > 0),
            ],
            NewColumns = OnlyIn(after.Layer, before.Layer),
            GoneColumns = OnlyIn(before.Layer, after.Layer),
        };
    }

    private void Compare()
    {
        UInt128[] before = LayerHash.RowDigests(_before), after = LayerHash.RowDigests(_after);
        var rows = RowsById(_before);
        var ids = IdsOf(_after);
        for (var row = 0; row < ids.Length; row++)
        {
            if (!rows.TryGetValue(ids[row], out var left) || !left.TryDequeue(out var known))
            {
                _added.Add(ids[row]);
            }
            else if (before[known] != after[row] || _before.Epsg != _after.Epsg)
            {
                CompareRow(ids[row], known, row);
            }
        }

        _removed.AddRange(rows.SelectMany(left => Enumerable.Repeat(left.Key, left.Value.Count)));
    }

    private void CompareRow(string id, int before, int after)
    {
        if (_before.Epsg != _after.Epsg || !IsSameShape(before, after))
        {
            _moved.Add(id);
        }

        var isEdited = false;
        for (var c = 0; c < _common.Count; c++)
        {
            if (_common[c].Before.TextOf(before) != _common[c].After.TextOf(after))
            {
                _editedRows[c]++;
                isEdited = true;
            }
        }

        if (isEdited)
        {
            _edited.Add(id);
        }
    }

    private bool IsSameShape(int before, int after)
    {
        var (one, other) = (_before.Shapes, _after.Shapes);
        int first = one.FeatureStart[before], start = other.FeatureStart[after];
        var count = one.FeatureStart[before + 1] - first;
        if (other.FeatureStart[after + 1] - start != count)
        {
            return false;
        }

        for (var ring = 0; ring < count; ring++)
        {
            var isFirst = ring == 0;
            if (IsHole(one, first + ring, isFirst) != IsHole(other, start + ring, isFirst)
                || !Bits(one.X, one, first + ring).SequenceEqual(Bits(other.X, other, start + ring))
                || !Bits(one.Y, one, first + ring).SequenceEqual(Bits(other.Y, other, start + ring)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHole(SourceShapes shapes, int ring, bool isFirst) => !isFirst && shapes.IsHole.Length > 0 && shapes.IsHole[ring];

    private static ReadOnlySpan<byte> Bits(double[] axis, SourceShapes shapes, int ring) =>
        MemoryMarshal.AsBytes(axis.AsSpan(shapes.RingStart[ring]..shapes.RingStart[ring + 1]));

    private static Dictionary<string, Queue<int>> RowsById(SourceLayer layer)
    {
        var rows = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        var ids = IdsOf(layer);
        for (var row = 0; row < ids.Length; row++)
        {
            if (!rows.TryGetValue(ids[row], out var same))
            {
                rows[ids[row]] = same = new Queue<int>();
            }

            same.Enqueue(row);
        }

        return rows;
    }

    private static string[] IdsOf(SourceLayer layer)
    {
        var ids = layer.Column(LayerNames.IdColumn(layer.Name));
        return [.. Enumerable.Range(0, layer.Shapes.Count).Select(row => ids?.TextOf(row) ?? "")];
    }

    private static IEnumerable<SourceColumn> ColumnsOf(SourceLayer layer) =>
        layer.Columns.Where(column => !Derived.Contains(column.Name) && column.Name != LayerNames.IdColumn(layer.Name));

    private static IReadOnlyList<string> OnlyIn(SourceLayer one, SourceLayer other) =>
        [.. ColumnsOf(one).Select(column => column.Name).Except(ColumnsOf(other).Select(column => column.Name))];
}
