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
                    (main[building], holders[building]) = HoldersOf(byBuilding.PartsOf(building), footprints.Areas[building], parcels.Ids);
                }
            },
            run.Cancel);
        return new BuildingShares(byBuilding, byBuilding.Turned(parcels.Count), main, holders);
    }

    /// <summary>The shares after a parcel was split.</summary>
    /// <param name="parts">Rows of its parts: its own row, and the last ones.</param>
    /// <param name="areas">The buildings near with the footprint area on each part, m², in the order of the parts.</param>
    /// <param name="footprints">Footprints of all buildings.</param>
    /// <param name="ids">Ids of the parcels afterwards.</param>
    internal BuildingShares With(int[] parts, IReadOnlyDictionary<int, double[]> areas, MeasuredFeatures footprints, TextColumn ids)
    {
        var byBuilding = new Dictionary<int, ZoneArea[]>();
        int[] main = (int[])_main.Clone(), holders = (int[])Holders.Clone();
        foreach (var (building, onParts) in areas)
        {
            var others = ParcelsOf(building).ToArray().Where(part => part.Zone != parts[0]);
            ZoneArea[] now = [.. others.Concat(parts.Zip(onParts, (part, area) => new ZoneArea(part, area)).Where(part => part.Area > 0)).OrderBy(part => part.Zone)];
            byBuilding[building] = now;
            (main[building], holders[building]) = HoldersOf(now, footprints.Areas[building], ids);
        }

        var byParcel = Enumerable.Range(0, parts.Length).ToDictionary(
            i => parts[i],
            i => areas.Where(pair => pair.Value[i] > 0).OrderBy(pair => pair.Key).Select(pair => new ZoneArea(pair.Key, pair.Value[i])).ToArray());
        return new BuildingShares(_byBuilding.With(byBuilding, main.Length), _byParcel.With(byParcel, ids.Count), main, holders);
    }

    private static (int Main, int Holder) HoldersOf(ReadOnlySpan<ZoneArea> parts, double footprint, TextColumn ids)
    {
        var best = MainOf(parts, ids);
        return best < 0 ? (-1, -1) : (parts[best].Zone, parts[best].Area >= footprint ? parts[best].Zone : -1);
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
