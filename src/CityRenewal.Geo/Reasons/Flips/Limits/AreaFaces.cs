using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Reasons;

/// <summary>The faces of an area in the land fabric: those of its parcels and of the streets that lie in it.</summary>
internal sealed class AreaFaces(LandFabric fabric)
{
    /// <summary>The faces as they are.</summary>
    public HashSet<int> Of(UnitFlips unit, int area)
    {
        HashSet<int> faces = [.. unit.StreetFacesAfter(null, area, joins: false)];
        for (var node = 0; node < unit.Land.ParcelCount; node++)
        {
            if (unit.AreaOf(node) == area)
            {
                faces.UnionWith(OfNode(new FlipAsked(unit, node, area, FlipWay.Leaves)));
            }
        }

        return faces;
    }

    /// <summary>The faces after a node joined or left.</summary>
    public HashSet<int> After(in FlipAsked asked)
    {
        var faces = Of(asked.Unit, asked.Area);
        faces.ExceptWith(asked.Unit.StreetFacesAfter(null, asked.Area, joins: false));
        faces.UnionWith(asked.Unit.StreetFacesAfter(asked.Node, asked.Area, asked.IsIn));
        if (asked.IsIn)
        {
            faces.UnionWith(OfNode(asked));
        }
        else
        {
            faces.ExceptWith(OfNode(asked));
        }

        return faces;
    }

    private List<int> OfNode(in FlipAsked asked)
    {
        var faces = new List<int>();
        foreach (var parcel in asked.Parcels)
        {
            foreach (var face in fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]..fabric.ParcelFaceStart[parcel + 1]])
            {
                // An overlap is listed under each of its parcels but belongs to one.
                if (fabric.FaceParcel[face] == parcel)
                {
                    faces.Add(face);
                }
            }
        }

        return faces;
    }
}
