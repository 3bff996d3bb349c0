using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Buildings that name no parcel although others do, or a parcel that does not exist.</summary>
internal static class ParcelReferenceCheck
{
    public static void Check(LayerFindings buildings, SourceLayer? parcels)
    {
        if (buildings.Layer.Column("parcel_id") is not { } named || parcels?.Column("parcel_id") is not { } ids)
        {
            return;
        }

        var known = new TextIndex(TextIndex.Of(ids));
        for (var row = 0; row < parcels.Shapes.Count; row++)
        {
            known.Add(row);
        }

        var names = TextIndex.Of(named);
        for (var row = 0; row < buildings.Layer.Shapes.Count; row++)
        {
            var parcel = names.Utf8(row);
            if (parcel.Length == 0)
            {
                buildings.Add(AttributeDefects.MissingParcelRef, row);
            }
            else if (!known.Has(parcel))
            {
                buildings.Add(AttributeDefects.DanglingParcelRef, row, names[row]);
            }
        }
    }
}
