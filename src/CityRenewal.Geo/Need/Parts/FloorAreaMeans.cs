using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Need;

/// <summary>
/// Means of a value of buildings over every parcel, weighted by floor area; NaN where no building's value is known.
/// </summary>
internal static class FloorAreaMeans
{
    /// <summary>
    /// Floor area of a building on a parcel, m²; one of unknown floor area weighs like one storey, its least.
    /// </summary>
    public static double WeightOf(ZoneArea onParcel, BuildingFacts facts)
    {
        var floorArea = facts.FloorArea.Values[onParcel.Zone];
        var footprint = facts.Footprint[onParcel.Zone];
        return double.IsNaN(floorArea) || !(footprint > 0) ? onParcel.Area : floorArea * onParcel.Area / footprint;
    }

    /// <summary>The mean over a parcel.</summary>
    /// <param name="facts">What stands on the parcels.</param>
    /// <param name="parcel">The parcel.</param>
    /// <param name="valueOf">The value of a building; NaN where unknown.</param>
    public static double Of(ParcelFacts facts, int parcel, Func<int, double> valueOf)
    {
        double sum = 0, known = 0;
        foreach (var share in facts.BuildingShares.BuildingsOf(parcel))
        {
            var value = valueOf(share.Zone);
            if (!double.IsNaN(value))
            {
                var weight = WeightOf(share, facts.Buildings);
                sum += weight * value;
                known += weight;
            }
        }

        return known > 0 ? sum / known : Unknown.Real;
    }
}
