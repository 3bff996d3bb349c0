using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// What stands on every parcel, summed over its buildings: each building gives the share of its footprint that lies on the
/// parcel. Sums hold what is known; how many buildings were left out because something is unknown is counted beside them.
/// </summary>
public sealed class BuildingSums
{
    private readonly FloorArea[] _floorAreas;
    private readonly int[] _unknownFloorAreas;
    private readonly int[] _buildings;
    private readonly double[] _footprints;
    private readonly double[] _households;
    private readonly double[] _people;
    private readonly int[] _unknownPeople;

    private BuildingSums(int parcels)
    {
        _floorAreas = new FloorArea[parcels];
        _unknownFloorAreas = new int[parcels];
        _buildings = new int[parcels];
        _footprints = new double[parcels];
        _households = new double[parcels];
        _people = new double[parcels];
        _unknownPeople = new int[parcels];
    }

    /// <summary>Existing floor area of each parcel with its interval, m²; 0 on a parcel without buildings.</summary>
    public ReadOnlySpan<FloorArea> FloorArea => _floorAreas;

    /// <summary>Buildings that touch the parcel and whose floor area is unknown: the sum lacks them.</summary>
    public ReadOnlySpan<int> UnknownFloorAreas => _unknownFloorAreas;

    /// <summary>Buildings that have most of their footprint on the parcel, so that no building counts twice.</summary>
    public ReadOnlySpan<int> Buildings => _buildings;

    /// <summary>Footprint area on each parcel, m²; buildings upon each other count twice.</summary>
    public ReadOnlySpan<double> Footprint => _footprints;

    /// <summary>Households by footprint share.</summary>
    public ReadOnlySpan<double> Households => _households;

    /// <summary>People by footprint share.</summary>
    public ReadOnlySpan<double> People => _people;

    /// <summary>Buildings that touch the parcel and whose households or people are unknown.</summary>
    public ReadOnlySpan<int> UnknownPeople => _unknownPeople;

    /// <summary>Sums over the buildings of every parcel, in the order of the buildings.</summary>
    public static BuildingSums Of(
        Buildings buildings, MeasuredFeatures footprints, FloorAreas floorAreas, BuildingShares shares, OverlayRun run)
    {
        var sums = new BuildingSums(shares.ParcelCount);
        FixedChunks.Run(
            shares.ParcelCount,
            run.Threads,
            (_, start, end) =>
            {
                for (var parcel = start; parcel < end; parcel++)
                {
                    sums.Sum(parcel, (buildings, footprints), floorAreas, shares);
                }
            },
            run.Cancel);
        return sums;
    }

    /// <summary>The sums with those of some parcels made anew, further parcels behind the others.</summary>
    internal BuildingSums With(IEnumerable<int> parcels, (Buildings Buildings, MeasuredFeatures Footprints) on, FloorAreas floorAreas, BuildingShares shares)
    {
        var sums = new BuildingSums(shares.ParcelCount);
        _floorAreas.CopyTo(sums._floorAreas, 0);
        _unknownFloorAreas.CopyTo(sums._unknownFloorAreas, 0);
        _buildings.CopyTo(sums._buildings, 0);
        _footprints.CopyTo(sums._footprints, 0);
        _households.CopyTo(sums._households, 0);
        _people.CopyTo(sums._people, 0);
        _unknownPeople.CopyTo(sums._unknownPeople, 0);
        foreach (var parcel in parcels)
        {
            sums._floorAreas[parcel] = default;
            (sums._unknownFloorAreas[parcel], sums._buildings[parcel], sums._unknownPeople[parcel]) = (0, 0, 0);
            (sums._footprints[parcel], sums._households[parcel], sums._people[parcel]) = (0, 0, 0);
            sums.Sum(parcel, on, floorAreas, shares);
        }

        return sums;
    }

    private void Sum(int parcel, (Buildings Buildings, MeasuredFeatures Footprints) on, FloorAreas floorAreas, BuildingShares shares)
    {
        foreach (var (building, area) in shares.BuildingsOf(parcel))
        {
            _buildings[parcel] += shares.MainParcel[building] == parcel ? 1 : 0;
            _footprints[parcel] += area;
            Add(parcel, floorAreas, building, area / on.Footprints.Areas[building]);
            AddPeople(parcel, on.Buildings, building, area / on.Footprints.Areas[building]);
        }
    }

    private void Add(int parcel, FloorAreas floorAreas, int building, double share)
    {
        var (value, low, high) = floorAreas[building];
        if (double.IsNaN(value))
        {
            _unknownFloorAreas[parcel]++;
            return;
        }

        var sum = _floorAreas[parcel];
        _floorAreas[parcel] = new FloorArea(sum.Value + (share * value), sum.Low + (share * low), sum.High + (share * high));
    }

    private void AddPeople(int parcel, Buildings buildings, int building, double share)
    {
        int households = buildings.Households[building], people = buildings.People[building];
        _unknownPeople[parcel] += households == Unknown.Integer || people == Unknown.Integer ? 1 : 0;
        _households[parcel] += households == Unknown.Integer ? 0 : share * households;
        _people[parcel] += people == Unknown.Integer ? 0 : share * people;
    }
}
