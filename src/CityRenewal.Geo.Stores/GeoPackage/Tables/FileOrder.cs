using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>The order of a layer's rows in the file: along a Hilbert curve, ties by id, so that input order leaves no trace.</summary>
internal static class FileOrder
{
    internal static int[] Of(SourceLayer layer, string idColumn)
    {
        var shapes = layer.Shapes;
        var boxes = new IndexedBoxes(shapes.Count);
        for (var i = 0; i < shapes.Count; i++)
        {
            int from = shapes.RingStart[shapes.FeatureStart[i]], to = shapes.RingStart[shapes.FeatureStart[i + 1]];
            boxes.Set(i, i, Envelope.Of(shapes.X.AsSpan(from, to - from), shapes.Y.AsSpan(from, to - from)));
        }

        var ids = (layer.Column(idColumn) as TextSource)?.Values ?? TextColumn.Missing(shapes.Count);
        return boxes.AlongHilbertCurve((one, other) =>
        {
            var byId = ids.Utf8(one).SequenceCompareTo(ids.Utf8(other));
            return byId != 0 ? byId : one.CompareTo(other);
        });
    }
}
