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

        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < parcels.Shapes.Count; row++)
        {
            known.Add(ids.TextOf(row));
        }

        for (var row = 0; row < buildings.Layer.Shapes.Count; row++)
        {
            var parcel = named.TextOf(row);
            if (parcel.Length == 0)
            {
                buildings.Add(AttributeDefects.MissingParcelRef, row);
            }
            else if (!known.Contains(parcel))
            {
                buildings.Add(AttributeDefects.DanglingParcelRef, row, parcel);
            }
        }
    }
}
