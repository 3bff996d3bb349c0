using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// How much new floor area the detailed plan leaves room for on a parcel at most, whatever goes by choice there: as
/// <see cref="NewFloorArea"/> counts it with every candidate gone, from the upper ends of what stays.
/// </summary>
internal sealed class NewFloorCapacity(ProposalGround ground, DispositionPlan dispositions)
{
    /// <summary>Whether something can go there by choice or goes as exempt, and nobody knows what may be built in its place.</summary>
    public bool IsOpen(int parcel)
    {
        var (_, isKnown, goes) = Stays(parcel);
        return goes != Going.Nothing && (!isKnown || double.IsNaN(Allowed(parcel)));
    }

    /// <summary>Room in whole millionths of a m², rounded up; and whether exempt demolition makes an area's new floor area unknown.</summary>
    public (long Area, bool HidesNew) Of(int parcel)
    {
        var allowed = Allowed(parcel);
        if (ground.Facts.BuildingShares.BuildingsOf(parcel).Length == 0)
        {
            return (double.IsNaN(allowed) ? 0 : (long)Math.Ceiling(allowed * 1e6), false);
        }

        var (stays, isKnown, goes) = Stays(parcel);
        if (goes == Going.Nothing)
        {
            return (0, false);
        }

        return !isKnown || double.IsNaN(allowed)
            ? (0, goes == Going.Exempt)
            : ((long)Math.Ceiling(Math.Max(0, allowed - stays) * 1e6), false);
    }

    private double Allowed(int parcel) => NewFloorArea.Allowed(ground.City, ground.Facts, parcel);

    // What goes as exempt goes in any case and tells more than what may go by choice.
    private (double Stays, bool IsKnown, Going Goes) Stays(int parcel)
    {
        double stays = 0;
        var (isKnown, goes) = (true, Going.Nothing);
        foreach (var (building, area) in ground.Facts.BuildingShares.BuildingsOf(parcel))
        {
            var (known, proposed) = dispositions.Known(building);
            if (ElectiveDemolition.IsCandidate(proposed, known))
            {
                goes = goes == Going.Nothing ? Going.ByChoice : goes;
                continue;
            }

            var standing = AreaStock.Standing(ground.City, ground.Facts, building, proposed);
            goes = standing.Staying < 1 ? Going.Exempt : goes;
            isKnown &= standing.Staying <= 0 || !double.IsNaN(known.FloorArea.Value);
            stays += double.IsNaN(known.FloorArea.Value)
                ? 0
                : standing.Staying * area / ground.Facts.Buildings.Footprint[building] * known.FloorArea.High;
        }

        return (stays, isKnown, goes);
    }

    private enum Going
    {
        Nothing,
        ByChoice,
        Exempt,
    }
}
