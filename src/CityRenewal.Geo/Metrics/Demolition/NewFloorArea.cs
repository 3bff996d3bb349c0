using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// New floor area (新建建筑面积), m²: as declared, else what the detailed plan allows beyond what stays, on parcels where
/// something is demolished and on parcels without buildings. That the plan is used up there is an assumption of ours.
/// Unknown where a parcel with demolition has no floor-area limit. Pitfall: a limit is not a project.
/// </summary>
public static class NewFloorArea
{
    /// <summary>New floor area of an area.</summary>
    public static Measured Of(AreaStock stock) => Split(stock).Total;

    /// <summary>New floor area, and the part of it on parcels that carry buildings today.</summary>
    internal static (Measured Total, Measured OnBuiltParcels) Split(AreaStock stock)
    {
        if (stock.Declared.NewFloorAreaM2 is { } declared)
        {
            return (Measured.Exactly(declared), Measured.Unknown(AreaReasons.NoDetailedPlan));
        }

        if (!stock.HasDispositions)
        {
            return (Measured.Unknown(AreaReasons.NoDispositions), Measured.Unknown(AreaReasons.NoDispositions));
        }

        var standing = stock.Buildings.ToDictionary(building => building.Row);
        double value = 0, low = 0, high = 0, vacant = 0;
        foreach (var parcel in stock.Land.Parcels)
        {
            var parts = stock.Facts.BuildingShares.BuildingsOf(parcel);
            var allowed = Allowed(stock.City, stock.Facts, parcel);
            if (parts.Length == 0)
            {
                // Without any detailed plan nobody knows what may be built on open land; with one, no plot says that nothing may.
                if (double.IsNaN(allowed) && !stock.City.Has(LayerNames.DetailedPlots))
                {
                    return (Measured.Unknown(AreaReasons.NoDetailedPlan), Measured.Unknown(AreaReasons.NoDetailedPlan));
                }

                vacant += double.IsNaN(allowed) ? 0 : allowed;
                continue;
            }

            var (stays, hasDemolition) = Stays(stock, parcel, standing);
            if (hasDemolition && (double.IsNaN(allowed) || stays.Unknown > 0))
            {
                return (Measured.Unknown(AreaReasons.NoDetailedPlan), Measured.Unknown(AreaReasons.NoDetailedPlan));
            }

            if (hasDemolition)
            {
                value += Math.Max(0, allowed - stays.Value);
                low += Math.Max(0, allowed - stays.High);
                high += Math.Max(0, allowed - stays.Low);
            }
        }

        return (Measured.Between(low + vacant, value + vacant, high + vacant), Measured.Between(low, value, high));
    }

    /// <summary>Floor area that the detailed plan allows on a parcel, m²: its own limit, else that of the plots it lies in; NaN where neither tells.</summary>
    internal static double Allowed(City city, ParcelFacts facts, int parcel)
    {
        var own = city.Parcels.FarLimits[parcel];
        if (!double.IsNaN(own))
        {
            return own * facts.AreaM2[parcel];
        }

        var limits = city.Layer(LayerNames.DetailedPlots).Number("far_limit");
        if (limits.IsEmpty || !facts.Divisions.TryGetValue(LayerNames.DetailedPlots, out var plots))
        {
            return Unknown.Real;
        }

        double sum = 0;
        var isKnown = false;
        foreach (var (plot, area) in plots.PartsOf(parcel))
        {
            if (!double.IsNaN(limits[plot]))
            {
                (sum, isKnown) = (sum + (limits[plot] * area), true);
            }
        }

        return isKnown ? sum : Unknown.Real;
    }

    // A building on several parcels stays or goes on each by the share of its footprint there.
    private static (FloorAreaSum Stays, bool HasDemolition) Stays(
        AreaStock stock, int parcel, Dictionary<int, StandingBuilding> standing)
    {
        double value = 0, low = 0, high = 0;
        int known = 0, unknown = 0;
        var hasDemolition = false;
        foreach (var (row, area) in stock.Facts.BuildingShares.BuildingsOf(parcel))
        {
            var floorArea = stock.Facts.Buildings.FloorArea[row];
            var staying = 1.0;
            if (standing.TryGetValue(row, out var building))
            {
                staying = building.Staying;
                hasDemolition |= staying < 1;
            }

            if (double.IsNaN(floorArea.Value))
            {
                unknown += staying > 0 ? 1 : 0;
                continue;
            }

            known++;
            var share = staying * area / stock.Facts.Buildings.Footprint[row];
            (value, low, high) = (value + (share * floorArea.Value), low + (share * floorArea.Low), high + (share * floorArea.High));
        }

        return (new FloorAreaSum(value, low, high, known, unknown), hasDemolition);
    }
}
