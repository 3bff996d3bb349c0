using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Delineation;

/// <summary>The land of each parcel in the fabric, m²: an overlap counts for one parcel, so the sum counts no land twice.</summary>
internal static class NetAreas
{
    /// <summary>Areas by parcel; 0 for a parcel without land of its own.</summary>
    public static double[] Of(LandFabric fabric)
    {
        var twice = new long[fabric.ParcelCount];
        var parcels = fabric.FaceParcel;
        var areas = fabric.TwiceArea;
        for (var face = 0; face < parcels.Length; face++)
        {
            if (parcels[face] >= 0)
            {
                twice[parcels[face]] += areas[face];
            }
        }

        return Array.ConvertAll(twice, area => fabric.Plane.SquareMetresOfTwice(area));
    }

    /// <summary>The same after some parcels became others; all else is as before.</summary>
    public static double[] After(double[] before, LandFabric fabric, IReadOnlyList<int> parcels)
    {
        var areas = new double[fabric.ParcelCount];
        before.CopyTo(areas, 0);
        foreach (var parcel in parcels)
        {
            long twice = 0;
            foreach (var face in fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]..fabric.ParcelFaceStart[parcel + 1]])
            {
                twice += fabric.FaceParcel[face] == parcel ? fabric.TwiceArea[face] : 0;
            }

            areas[parcel] = fabric.Plane.SquareMetresOfTwice(twice);
        }

        return areas;
    }
}
