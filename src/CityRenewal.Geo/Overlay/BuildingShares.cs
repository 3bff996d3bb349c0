using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Which buildings stand on which parcels, decided by footprint area and not by the number that a building carries.
/// Parcels that lie upon each other each hold the building in full.
/// </summary>
public sealed class BuildingShares
{
    private readonly OverlapPairs _byBuilding;
    private readonly OverlapPairs _byParcel;
    private readonly int[] _main;

    private BuildingShares(OverlapPairs byBuilding, OverlapPairs byParcel, int[] main, int[] holders)
    {
        Holders = holders;
        _byBuilding = byBuilding;
        _byParcel = byParcel;
        _main = main;
    }

    /// <summary>Number of parcels.</summary>
    public int ParcelCount => _byParcel.Start.Length - 1;

    /// <summary>Per building the parcel that holds most of its footprint; ties go to the smaller id; -1 where none holds any.</summary>
    public ReadOnlySpan<int> MainParcel => _main;

    /// <summary>Per building a parcel that holds all of it; -1 where none does.</summary>
    internal int[] Holders { get; }

    /// <summary>The parcels under a building, ascending, with the footprint area on each, m².</summary>
    public ReadOnlySpan<ZoneArea> ParcelsOf(int building) => _byBuilding.PartsOf(building);

    /// <summary>The buildings on a parcel, ascending, with the footprint area on it, m². (Zone is the building.)</summary>
    public ReadOnlySpan<ZoneArea> BuildingsOf(int parcel) => _byParcel.PartsOf(parcel);

    /// <summary>Joins buildings to parcels.</summary>
    public static BuildingShares Of(
        Buildings buildings, MeasuredFeatures footprints, Parcels parcels, MeasuredFeatures lots, OverlayRun run)
    {
        var byBuilding = OverlapPairs.Of(buildings.Shapes, footprints, parcels.Shapes, lots, run);
        int[] main = new int[buildings.Count], holders = new int[buildings.Count];
        FixedChunks.Run(
            main.Length,
            run.Threads,
            (_, start, end) =>
            {
                for (var building = start; building < end; building++)
                {
                    var parts = byBuilding.PartsOf(building);
                    var best = MainOf(parts, parcels.Ids);
                    main[building] = best < 0 ? -1 : parts[best].Zone;
                    holders[building] = best >= 0 && parts[best].Area >= footprints.Areas[building] ? parts[best].Zone : -1;
                }
            },
            run.Cancel);
        return new BuildingShares(byBuilding, byBuilding.Turned(parcels.Count), main, holders);
    }

    private static int MainOf(ReadOnlySpan<ZoneArea> parts, TextColumn ids)
    {
        var best = parts.Length > 0 ? 0 : -1;
        for (var i = 1; i < parts.Length; i++)
        {
            var difference = parts[i].Area - parts[best].Area;
            if (difference > 1e-8
                || (difference >= -1e-8 && ids.Utf8(parts[i].Zone).SequenceCompareTo(ids.Utf8(parts[best].Zone)) < 0))
            {
                best = i;
            }
        }

        return best;
    }
}
