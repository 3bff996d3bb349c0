namespace CityRenewal.Geo.Register;

/// <summary>What an entry holds, or a unit of what all entries hold: land, and buildings as they stood at the baseline.</summary>
/// <param name="LandM2">Land, m².</param>
/// <param name="Buildings">Buildings at the baseline.</param>
/// <param name="FloorAreaM2">Their floor area, m².</param>
/// <param name="Households">Their households.</param>
/// <param name="People">Their people.</param>
public readonly record struct EntryNumbers(double LandM2, int Buildings, KnownSum FloorAreaM2, KnownSum Households, KnownSum People)
{
    /// <summary>Of some parcels and buildings.</summary>
    public static EntryNumbers Of(IEnumerable<RegisteredParcel> parcels, IReadOnlyList<BaselineBuilding> buildings) => new(
        parcels.Sum(parcel => parcel.LandM2),
        buildings.Count,
        KnownSum.Of(buildings.Select(building => (double?)building.FloorArea.Value)),
        KnownSum.Of(buildings.Select(building => (double?)building.Households)),
        KnownSum.Of(buildings.Select(building => (double?)building.People)));

    /// <summary>Both together.</summary>
    public EntryNumbers Plus(EntryNumbers other) => new(
        LandM2 + other.LandM2, Buildings + other.Buildings, FloorAreaM2.Plus(other.FloorAreaM2), Households.Plus(other.Households), People.Plus(other.People));
}
