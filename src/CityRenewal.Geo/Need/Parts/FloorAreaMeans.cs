using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Need;

/// <summary>Means of a value of buildings over every parcel, weighted by floor area; NaN where no building's value is known.</summary>
internal static class FloorAreaMeans
{
    /// <summary>The means.</summary>
    /// <param name="facts">What stands on the parcels.</param>
    /// <param name="valueOf">The value of a building; NaN where unknown.</param>
    /// <param name="threads">Threads to use, 0 for all.</param>
    /// <param name="cancel">Ends the work.</param>
    public static double[] Of(ParcelFacts facts, Func<int, double> valueOf, int threads, CancellationToken cancel)
    {
        var means = new double[facts.Count];
        FixedChunks.Run(
            facts.Count,
            threads,
            (_, start, end) =>
            {
                for (var parcel = start; parcel < end; parcel++)
                {
                    means[parcel] = Of(facts, parcel, valueOf);
                }
            },
            cancel);
        return means;
    }

    /// <summary>Floor area of a building on a parcel, m²; one of unknown floor area weighs like one storey, its least.</summary>
    public static double WeightOf(ZoneArea onParcel, BuildingFacts facts)
    {
        var floorArea = facts.FloorArea.Values[onParcel.Zone];
        var footprint = facts.Footprint[onParcel.Zone];
        return double.IsNaN(floorArea) || !(footprint > 0) ? onParcel.Area : floorArea * onParcel.Area / footprint;
    }

    private static double Of(ParcelFacts facts, int parcel, Func<int, double> valueOf)
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
