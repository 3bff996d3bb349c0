using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Register;

/// <summary>Reads off a city what a register keeps of it: parcels with their units, and the buildings that stand on them.</summary>
public static class BaselineFreezing
{
    /// <summary>Parcels with their land and the units that hold most of each, by id.</summary>
    public static IReadOnlyList<RegisteredParcel> Parcels(City city, ParcelFacts facts, IEnumerable<int> parcels) =>
    [
        .. parcels.Distinct()
            .Select(row => new RegisteredParcel(
                city.Parcels.Ids[row], facts.AreaM2[row], UnitOf(city, facts, "district", row), UnitOf(city, facts, "street", row), UnitOf(city, facts, "community", row)))
            .OrderBy(parcel => parcel.Id, StringComparer.Ordinal),
    ];

    /// <summary>The buildings that stand with most of their footprint on some parcels, by id.</summary>
    public static IReadOnlyList<BaselineBuilding> Buildings(City city, ParcelFacts facts, IEnumerable<int> parcels) =>
    [
        .. RowsOn(facts, parcels).Select(row => Of(city, facts, row)).OrderBy(building => building.Id, StringComparer.Ordinal),
    ];

    /// <summary>What a plan's dispositions take of the buildings on some parcels; what goes nowhere is left out.</summary>
    public static IReadOnlyList<DemolitionClaim> Claims(City city, ParcelFacts facts, IEnumerable<BuildingDisposition> dispositions) =>
    [
        .. dispositions.Select(proposed => AreaStock.Standing(city, facts, proposed.Building, proposed))
            .Where(building => building.Staying < 1)
            .Select(building => new DemolitionClaim(city.Buildings.Ids[building.Row], building.Elective, building.Exempt))
            .OrderBy(claim => claim.Building, StringComparer.Ordinal),
    ];

    /// <summary>Rows of the buildings that stand with most of their footprint on some parcels, ascending.</summary>
    public static IReadOnlyList<int> RowsOn(ParcelFacts facts, IEnumerable<int> parcels)
    {
        var rows = new List<int>();
        foreach (var parcel in parcels.Distinct())
        {
            foreach (var (building, _) in facts.BuildingShares.BuildingsOf(parcel))
            {
                if (facts.BuildingShares.MainParcel[building] == parcel)
                {
                    rows.Add(building);
                }
            }
        }

        rows.Sort();
        return rows;
    }

    /// <summary>One building as it stands.</summary>
    internal static BaselineBuilding Of(City city, ParcelFacts facts, int row)
    {
        var parcel = facts.BuildingShares.MainParcel[row];
        return new BaselineBuilding(
            city.Buildings.Ids[row], parcel < 0 ? "" : city.Parcels.Ids[parcel], facts.Buildings.FloorArea[row], facts.Buildings.Footprint[row],
            ExemptShare(city, facts, row), Known(city.Buildings.Households[row]), Known(city.Buildings.People[row]));
    }

    // Only what is evidenced is exempt, and nothing that is protected: as for a proposed demolition.
    private static double ExemptShare(City city, ParcelFacts facts, int row)
    {
        if (facts.Buildings.IsProtected(row) || facts.Buildings.IsInCoreZone(row) == true)
        {
            return 0;
        }

        var isHopeless = city.Buildings.DangerGrades[row] is DangerGrade.C or DangerGrade.D
            && city.Buildings.DangerCertificates[row].Length > 0 && city.Buildings.RepairValues[row] == RepairValue.None;
        var illegal = new BuildingDisposition(row, Disposition.Renovate, DemolitionKind.Exempt, "");
        return isHopeless ? 1 : AreaStock.Standing(city, facts, row, illegal).Exempt;
    }

    private static string UnitOf(City city, ParcelFacts facts, string division, int parcel) =>
        facts.Divisions.TryGetValue(division, out var shares) && shares.Main[parcel] is >= 0 and var unit
            ? city.Layer(LayerNames.AdministrativeUnits).Ids[unit]
            : "";

    private static int? Known(int value) => value == Unknown.Integer ? null : value;
}
