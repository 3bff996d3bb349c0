using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage.Versions;

/// <summary>Which rows of the file a new version ends, and which rows of the delivered layer it begins.</summary>
/// <param name="Gone">Numbers of rows in the file.</param>
/// <param name="Added">Rows of the delivered layer, in the order of the file.</param>
internal sealed record RowChange(IReadOnlyList<long> Gone, int[] Added)
{
    /// <summary>Rows are the same when their digests are; one of several equal rows stands for one.</summary>
    internal static RowChange Between(SourceLayer present, UInt128[] delivered, int[] order)
    {
        var left = new Dictionary<UInt128, int>();
        foreach (var digest in delivered)
        {
            left[digest] = left.GetValueOrDefault(digest) + 1;
        }

        var kept = new Dictionary<UInt128, int>();
        var gone = new List<long>();
        var digests = LayerHash.RowDigests(present);
        for (var row = 0; row < digests.Length; row++)
        {
            if (left.GetValueOrDefault(digests[row]) == 0)
            {
                gone.Add(present.FidOf(row));
                continue;
            }

            left[digests[row]]--;
            kept[digests[row]] = kept.GetValueOrDefault(digests[row]) + 1;
        }

        var added = new List<int>();
        foreach (var row in order)
        {
            if (kept.GetValueOrDefault(delivered[row]) is var standing and > 0)
            {
                kept[delivered[row]] = standing - 1;
            }
            else
            {
                added.Add(row);
            }
        }

        return new RowChange(gone, [.. added]);
    }

    /// <summary>Every row is another one: the layer came in another reference system or kind of geometry.</summary>
    internal static RowChange All(SqliteFile file, SourceLayer layer, int[] order)
    {
        var gone = new List<long>();
        using var rows = file.Prepare($"SELECT fid FROM \"{layer.Name}\"");
        while (rows.Step())
        {
            gone.Add(rows.Integer(0));
        }

        return new RowChange(gone, order);
    }
}
