using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Features;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Rpc.Cities;

/// <summary>Turns features into batches that stay below 1 MB.</summary>
internal static class FeatureMessages
{
    private const int MostBytes = 700_000, MostRows = 5_000;

    /// <summary>The features of a sheet in batches.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="wanted">Names of the attributes wanted; empty wants all.</param>
    /// <param name="withGeometry">Whether geometries are told.</param>
    public static IEnumerable<V1.FeatureBatch> Batches(SourceLayer sheet, IReadOnlyCollection<string> wanted, bool withGeometry)
    {
        var wkb = new FeatureWkb(sheet.Shapes);
        SourceColumn[] columns = [.. sheet.Columns.Where(column => wanted.Count == 0 || wanted.Contains(column.Name))];
        for (var row = 0; row < sheet.Shapes.Count;)
        {
            var batch = new V1.FeatureBatch { Layer = sheet.Name, EpsgCode = sheet.Epsg };
            var (first, bytes) = (row, 0);
            for (; row < sheet.Shapes.Count && row - first < MostRows && bytes < MostBytes; row++)
            {
                if (withGeometry)
                {
                    var shape = ByteString.CopyFrom(wkb.Of(row));
                    batch.Wkb.Add(shape);
                    bytes += shape.Length;
                }

                bytes += 16 * columns.Length;
                if (sheet.Fids.Length > 0)
                {
                    batch.Fids.Add(sheet.Fids[row]);
                }
            }

            batch.Columns.AddRange(columns.Select(column => ToMessage(column, first, row)));
            yield return batch;
        }
    }

    private static V1.FeatureColumn ToMessage(SourceColumn column, int first, int end)
    {
        var message = new V1.FeatureColumn { Name = column.Name };
        switch (column)
        {
            case IntegerSource whole:
                message.Integers = new V1.IntegerValues();
                message.Integers.Values.AddRange(whole.Values.AsSpan(first, end - first).ToArray());
                message.Integers.Missing.AddRange(Enumerable.Range(0, end - first).Where(row => whole.Values[first + row] == Unknown.Integer));
                break;
            case RealSource real:
                message.Reals = new V1.RealValues();
                message.Reals.Values.AddRange(real.Values.AsSpan(first, end - first).ToArray());
                break;
            default:
                message.Texts = new V1.TextValues();
                message.Texts.Values.AddRange(Enumerable.Range(first, end - first).Select(column.TextOf));
                break;
        }

        return message;
    }
}
