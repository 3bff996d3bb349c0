using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>A layer on the grid with its attributes, rows still in the order of delivery.</summary>
internal sealed class SnappedLayer
{
    private readonly SnappedChunk[] _chunks;
    private readonly int[] _firstRow;

    public SnappedLayer(
        string name, ShapeKind kind, SnappedChunk[] chunks, IReadOnlyList<SourceColumn> columns, long[] fids)
    {
        (Name, Kind, _chunks, Columns, Fids) = (name, kind, chunks, columns, fids);
        _firstRow = new int[chunks.Length + 1];
        for (var i = 0; i < chunks.Length; i++)
        {
            _firstRow[i + 1] = _firstRow[i] + chunks[i].Places.Length;
        }

        var given = IdsOf(Column(LayerNames.IdColumn(name)), Count);
        RowsWithoutId = [.. Enumerable.Range(0, Count).Where(row => given.Start[row] == given.Start[row + 1])];
        Ids = RowsWithoutId.Count == 0 ? given : WithNumbers(given, fids);
    }

    public string Name { get; }

    public ShapeKind Kind { get; }

    public IReadOnlyList<SourceColumn> Columns { get; }

    /// <summary>Per row its number in the file it came from.</summary>
    public long[] Fids { get; }

    /// <summary>Per row its id as given; its number in the file stands in where it has none.</summary>
    public TextColumn Ids { get; }

    /// <summary>Rows that came without an id.</summary>
    public IReadOnlyList<int> RowsWithoutId { get; }

    public int Count => _firstRow[^1];

    public IReadOnlyList<SnappedChunk> Chunks => _chunks;

    public SourceColumn? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);

    /// <summary>The rings of a row and the first of them.</summary>
    public (GrowingRings Rings, int First, int End) RingsOf(int row)
    {
        var found = Array.BinarySearch(_firstRow, row);
        var chunk = found >= 0 ? LastWithFirst(found) : ~found - 1;
        var rings = _chunks[chunk].Rings;
        var feature = row - _firstRow[chunk];
        return (rings, rings.FeatureStart[feature], rings.FeatureStart[feature + 1]);
    }

    /// <summary>Per row the place of its box centre along the Hilbert curve.</summary>
    public ulong[] Places()
    {
        var places = new ulong[Count];
        for (var i = 0; i < _chunks.Length; i++)
        {
            _chunks[i].Places.CopyTo(places, _firstRow[i]);
        }

        return places;
    }

    /// <summary>Several sheets of one layer as one.</summary>
    public static SnappedLayer Join(IReadOnlyList<SnappedLayer> sheets)
    {
        if (sheets.Count == 1)
        {
            return sheets[0];
        }

        var kind = sheets.FirstOrDefault(sheet => sheet.Count > 0, sheets[0]).Kind;
        return new SnappedLayer(
            sheets[0].Name,
            kind,
            [.. sheets.SelectMany(sheet => sheet._chunks)],
            [.. sheets.SelectMany(sheet => sheet.Columns).Select(column => column.Name).Distinct().Order(StringComparer.Ordinal)
                .Select(name => JoinedColumn.Of(name, sheets))],
            JoinedColumn.Of<long>(sheets.Select(sheet => sheet.Fids)));
    }

    // Empty sheets make several chunks start at one row; only the last of them owns it.
    private int LastWithFirst(int chunk)
    {
        while (chunk + 1 < _firstRow.Length && _firstRow[chunk + 1] == _firstRow[chunk])
        {
            chunk++;
        }

        return chunk;
    }

    private static TextColumn WithNumbers(TextColumn given, long[] fids) => TextColumn.From(
        Enumerable.Range(0, given.Count).Select(row => given[row] is { Length: > 0 } id ? id : fids[row].ToString(CultureInfo.InvariantCulture)));

    private static TextColumn IdsOf(SourceColumn? column, int count) => column switch
    {
        null => TextColumn.Missing(count),
        TextSource texts => texts.Values,
        _ => TextColumn.From(Enumerable.Range(0, count).Select(column.TextOf)),
    };
}
