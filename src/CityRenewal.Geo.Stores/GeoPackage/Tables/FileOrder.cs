using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>The order of a layer's rows in the file: along a Hilbert curve, ties by id, so that input order leaves no trace.</summary>
internal static class FileOrder
{
    internal static int[] Of(SourceLayer layer, string idColumn, Envelope[] boxes)
    {
        var indexed = new IndexedBoxes(boxes.Length);
        for (var i = 0; i < boxes.Length; i++)
        {
            indexed.Set(i, i, boxes[i]);
        }

        var ids = (layer.Column(idColumn) as TextSource)?.Values ?? TextColumn.Missing(boxes.Length);
        return indexed.AlongHilbertCurve((one, other) =>
        {
            var byId = ids.Utf8(one).SequenceCompareTo(ids.Utf8(other));
            return byId != 0 ? byId : one.CompareTo(other);
        });
    }
}
