using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Delineation;

/// <summary>Of how many pieces of land a parcel consists in the fabric: its own faces, joined where they share a border.</summary>
internal static class ParcelParts
{
    /// <summary>Number of parts; 0 for a parcel without land of its own (an overlap counts for one parcel only).</summary>
    public static int Count(LandFabric fabric, int parcel)
    {
        var faces = fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]..fabric.ParcelFaceStart[parcel + 1]];
        if (faces.Length == 1)
        {
            return fabric.FaceParcel[faces[0]] == parcel ? 1 : 0;
        }

        var open = new HashSet<int>();
        foreach (var face in faces)
        {
            if (fabric.FaceParcel[face] == parcel)
            {
                open.Add(face);
            }
        }

        var parts = 0;
        foreach (var face in faces)
        {
            if (open.Remove(face))
            {
                parts++;
                Walk(fabric, face, open);
            }
        }

        return parts;
    }

    private static void Walk(LandFabric fabric, int start, HashSet<int> open)
    {
        var stack = new Stack<int>([start]);
        while (stack.TryPop(out var face))
        {
            foreach (var first in fabric.FaceRings[fabric.FaceRingStart[face]..fabric.FaceRingStart[face + 1]])
            {
                var h = first;
                do
                {
                    var other = fabric.Face[h ^ 1];
                    if (open.Remove(other))
                    {
                        stack.Push(other);
                    }

                    h = fabric.Next[h];
                }
                while (h != first);
            }
        }
    }
}
