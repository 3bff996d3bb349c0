using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// What stands on an area: its buildings with floor areas and dispositions. A building belongs to the area whole when
/// most of its footprint lies on the area's parcels, or when the area says what happens to it.
/// </summary>
public sealed class AreaStock
{
    private AreaStock(City city, ParcelFacts facts, AreaLand land, AreaDeclaration declared)
    {
        City = city;
        Facts = facts;
        Land = land;
        Declared = declared;
        Outline = new Outline(land.Outline, 0, city.Plane);
        foreach (var parcel in land.Parcels)
        {
            NetArea += facts.AreaM2[parcel];
        }

        Buildings = Collect();
        Existing = FloorAreaSum.Of(Buildings, _ => 1);
        Elective = FloorAreaSum.Of(Buildings, building => building.Elective);
        Exempt = FloorAreaSum.Of(Buildings, building => building.Exempt);
        Staying = FloorAreaSum.Of(Buildings, building => building.Staying);
    }

    private AreaStock(AreaStock stock, AreaDeclaration declared)
    {
        (City, Facts, Land, Declared) = (stock.City, stock.Facts, stock.Land, declared);
        (Outline, NetArea, Buildings) = (stock.Outline, stock.NetArea, stock.Buildings);
        (Existing, Elective, Exempt, Staying) = (stock.Existing, stock.Elective, stock.Exempt, stock.Staying);
    }

    /// <summary>The city.</summary>
    public City City { get; }

    /// <summary>What lies on its parcels.</summary>
    public ParcelFacts Facts { get; }

    /// <summary>The land.</summary>
    public AreaLand Land { get; }

    /// <summary>What people stated.</summary>
    public AreaDeclaration Declared { get; }

    /// <summary>The outline, for its gross area.</summary>
    public Outline Outline { get; }

    /// <summary>Area of the parcels, m².</summary>
    public double NetArea { get; }

    /// <summary>The buildings, ascending.</summary>
    public IReadOnlyList<StandingBuilding> Buildings { get; }

    /// <summary>Existing floor area.</summary>
    public FloorAreaSum Existing { get; }

    /// <summary>Floor area demolished by choice.</summary>
    public FloorAreaSum Elective { get; }

    /// <summary>Floor area demolished that does not count.</summary>
    public FloorAreaSum Exempt { get; }

    /// <summary>Floor area that stays.</summary>
    public FloorAreaSum Staying { get; }

    /// <summary>Whether anything is proposed for the buildings.</summary>
    public bool HasDispositions => Land.Dispositions is not null;

    /// <summary>The year that ages count from; null where none is stated.</summary>
    public int? ReferenceYear => Declared.ReferenceYear ?? City.BaselineYear;

    /// <summary>Gathers the buildings of an area.</summary>
    public static AreaStock Of(City city, ParcelFacts facts, AreaLand land, AreaDeclaration? declared = null) =>
        new(city, facts, land, declared ?? AreaDeclaration.None);

    /// <summary>The same buildings with something else stated.</summary>
    internal AreaStock With(AreaDeclaration declared) => new(this, declared);

    private StandingBuilding[] Collect()
    {
        var rows = new Dictionary<int, BuildingDisposition?>();
        foreach (var parcel in Land.Parcels)
        {
            foreach (var (building, _) in Facts.BuildingShares.BuildingsOf(parcel))
            {
                if (Facts.BuildingShares.MainParcel[building] == parcel)
                {
                    rows[building] = null;
                }
            }
        }

        foreach (var disposition in Land.Dispositions ?? [])
        {
            rows[disposition.Building] = disposition;
        }

        int[] sorted = [.. rows.Keys];
        Array.Sort(sorted);
        return Array.ConvertAll(sorted, row => Standing(City, Facts, row, rows[row]));
    }

    /// <summary>A building with what is proposed for it; null where nothing is.</summary>
    /// <param name="city">The city.</param>
    /// <param name="facts">What lies on its parcels.</param>
    /// <param name="row">The building.</param>
    /// <param name="proposed">What is proposed.</param>
    /// <param name="corrected">Its floor area as somebody found it on site; null takes that of the layers.</param>
    public static StandingBuilding Standing(City city, ParcelFacts facts, int row, BuildingDisposition? proposed, FloorArea? corrected = null)
    {
        var floorArea = corrected ?? facts.Buildings.FloorArea[row];
        var illegal = IllegalShare(city, row, floorArea.Value);
        var (elective, exempt) = proposed switch
        {
            { Demolition: DemolitionKind.ElectiveCandidate } => (1 - illegal, illegal),
            { Demolition: DemolitionKind.Exempt, Disposition: Disposition.Demolish } => (0, 1),
            { Demolition: DemolitionKind.Exempt } => (0, illegal),
            _ => (0.0, 0.0),
        };
        return new(row, floorArea, facts.Buildings.Footprint[row], proposed?.Disposition, elective, exempt);
    }

    // Only an illegal part with a decision is exempt; one without is floor area like any other.
    private static double IllegalShare(City city, int row, double floorArea)
    {
        var illegal = city.Buildings.IllegalArea[row];
        return illegal > 0 && floorArea > 0 && city.Buildings.IllegalDecisions[row].Length > 0
            ? Math.Min(1, illegal / floorArea)
            : 0;
    }
}
