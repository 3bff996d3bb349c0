using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>Reads a range of a layer's rows into collectors of its own, on a connection of its own.</summary>
internal sealed class RowRange(IReadOnlyList<TableColumn> columns) : IDisposable
{
    internal ShapeCollector Shapes { get; set; } = new();

    internal ValueCollector[] Values { get; } = [.. columns.Select(column => new ValueCollector(column.Kind))];

    internal GrowingColumn<long> Fids { get; } = new();

    internal List<long> HigherDimension { get; } = [];

    internal List<long> Curved { get; } = [];

    internal List<long> Unreadable { get; } = [];

    internal List<long> Empty { get; } = [];

    /// <summary>Whether geometries come as WKB without the header of a GeoPackage.</summary>
    internal bool HasPlainWkb { get; init; }

    /// <summary>Reads rows of fid, geometry, and the columns in their order.</summary>
    internal void Read(IRows rows, CancellationToken cancel)
    {
        while (rows.Step())
        {
            if ((Fids.Count & 4095) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            var fid = rows.Type(0) == SqliteNative.Null ? Fids.Count + 1 : rows.Integer(0);
            Fids.Add(fid);
            var isGiven = rows.Type(1) != SqliteNative.Null;
            var outcome = isGiven ? Geometry(rows) : GeometryOutcome.Fine;
            Note(fid, outcome);
            if (isGiven && HasNoParts && outcome == GeometryOutcome.Fine)
            {
                Empty.Add(fid);
            }

            Shapes.EndFeature();
            for (var i = 0; i < Values.Length; i++)
            {
                Values[i].Add(rows, i + 2);
            }
        }
    }

    public void Dispose()
    {
        Shapes.Dispose();
        Fids.Dispose();
        foreach (var values in Values)
        {
            values.Dispose();
        }
    }

    private GeometryOutcome Geometry(IRows rows) => rows.Type(1) != SqliteNative.Blob
        ? GeometryOutcome.Unreadable
        : HasPlainWkb ? GeometryBlob.ReadWkb(rows.Bytes(1), Shapes) : GeometryBlob.Read(rows.Bytes(1), Shapes);

    private bool HasNoParts => Shapes.Roles.Count == Shapes.FeatureStart[^1];

    private void Note(long fid, GeometryOutcome outcome)
    {
        if (outcome == GeometryOutcome.Fine)
        {
            return;
        }

        if (outcome.HasFlag(GeometryOutcome.Unreadable))
        {
            Unreadable.Add(fid);
        }
        else if (outcome.HasFlag(GeometryOutcome.Curved))
        {
            Curved.Add(fid);
        }
        else
        {
            HigherDimension.Add(fid);
        }
    }
}
