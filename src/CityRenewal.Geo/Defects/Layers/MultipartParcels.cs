using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Parcels of several separate pieces.</summary>
internal static class MultipartParcels
{
    /// <summary>Findings on parcels.</summary>
    public static List<CityFinding> Of(City city)
    {
        var shapes = city.Parcels.Shapes;
        var found = new List<CityFinding>();
        for (var row = 0; row < shapes.Count; row++)
        {
            int first = shapes.FeatureStart[row], end = shapes.FeatureStart[row + 1];
            if (end - first < 2)
            {
                continue;
            }

            var shells = 0;
            for (var ring = first; ring < end; ring++)
            {
                shells += shapes.TwiceAreaOfRing(ring) > 0 ? 1 : 0;
            }

            if (shells > 1)
            {
                found.Add(new CityFinding(LayerDefects.MultipartParcel, LayerNames.Parcels, row, $"{shells} pieces"));
            }
        }

        return found;
    }
}
