using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Need;

/// <summary>What signs are measured on.</summary>
/// <param name="City">The city.</param>
/// <param name="Facts">What lies on its parcels.</param>
/// <param name="Year">The year that ages count from.</param>
internal sealed record CategoryGround(City City, ParcelFacts Facts, int Year)
{
    /// <summary>
    /// A value of the buildings of a parcel, weighted by floor area. A parcel without buildings has nothing to tell of; a city
    /// without a building layer cannot tell.
    /// </summary>
    /// <param name="parcel">The parcel.</param>
    /// <param name="valueOf">The value of a building; NaN where unknown.</param>
    public SignTally OfBuildings(int parcel, Func<int, double> valueOf)
    {
        if (City.Buildings.Count == 0)
        {
            return SignTally.Unknown;
        }

        double part = 0, whole = 0, missing = 0;
        foreach (var share in Facts.BuildingShares.BuildingsOf(parcel))
        {
            var weight = FloorAreaMeans.WeightOf(share, Facts.Buildings);
            var value = valueOf(share.Zone);
            if (double.IsNaN(value))
            {
                missing += weight;
            }
            else
            {
                part += weight * value;
                whole += weight;
            }
        }

        return new SignTally(part, whole, missing);
    }
}
