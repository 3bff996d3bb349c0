using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Delineation;

/// <summary>The faces of the fabric that parcels have for themselves: an overlap counts for one parcel.</summary>
internal static class ParcelFaces
{
    /// <summary>The faces of some parcels, ascending.</summary>
    public static int[] Of(LandFabric fabric, IEnumerable<int> parcels)
    {
        var faces = new List<int>();
        foreach (var parcel in parcels)
        {
            foreach (var face in fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]..fabric.ParcelFaceStart[parcel + 1]])
            {
                if (fabric.FaceParcel[face] == parcel)
                {
                    faces.Add(face);
                }
            }
        }

        faces.Sort();
        return [.. faces];
    }
}
