using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Defects;

/// <summary>Corners of buildings that reach over a border of the parcel they stand on.</summary>
internal static class BuildingPlaces
{
    private const double MostOutside = 0.25;

    /// <summary>At most so many corners.</summary>
    public static List<(int X, int Y)> OverBorders(City city, ParcelFacts facts, int most)
    {
        var shapes = city.Buildings.Shapes;
        var places = new List<(int, int)>();
        for (var row = 0; row < city.Buildings.Count && places.Count < most; row++)
        {
            var main = facts.BuildingShares.MainParcel[row];
            var footprint = facts.Buildings.Footprint[row];
            var inside = 0.0;
            foreach (var (parcel, area) in facts.BuildingShares.ParcelsOf(row))
            {
                inside = parcel == main ? area : inside;
            }

            // A building with more than that outside was not drawn along the border.
            if (main < 0 || footprint - inside <= 1e-3 || footprint - inside > MostOutside * footprint)
            {
                continue;
            }

            for (var i = shapes.VertexStart(row); i < shapes.VertexEnd(row) && places.Count < most; i++)
            {
                if (!NearestBorder.IsInside(city.Parcels.Shapes, main, shapes.X[i], shapes.Y[i]))
                {
                    places.Add((shapes.X[i], shapes.Y[i]));
                }
            }
        }

        return places;
    }
}
