using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Households (户数) and people (人数) that live in the buildings of an area, of all or of those that are renovated, whom the
/// money follows. Buildings whose number is unknown leave the count open above; where none is known it is unknown.
/// </summary>
public static class Headcount
{
    private static readonly WhyNot NotCounted = new(
        "people_unknown", "No building of the area says how many live in it: give households and people.",
        "建筑未给出户数、人数：请补充。");

    /// <summary>Households of all buildings.</summary>
    public static Measured Households(AreaStock stock) => Sum(stock.City.Buildings.Households, stock.Buildings);

    /// <summary>People in all buildings.</summary>
    public static Measured People(AreaStock stock) => Sum(stock.City.Buildings.People, stock.Buildings);

    /// <summary>Households in renovated buildings.</summary>
    public static Measured HouseholdsBenefiting(AreaStock stock) => OfRenovated(stock, stock.City.Buildings.Households);

    /// <summary>People in renovated buildings.</summary>
    public static Measured PeopleBenefiting(AreaStock stock) => OfRenovated(stock, stock.City.Buildings.People);

    private static Measured OfRenovated(AreaStock stock, ReadOnlySpan<int> numbers) => stock.HasDispositions
        ? Sum(numbers, stock.Buildings.Where(building => building.Disposition == Disposition.Renovate))
        : Measured.Unknown(AreaReasons.NoDispositions);

    private static Measured Sum(ReadOnlySpan<int> numbers, IEnumerable<StandingBuilding> buildings)
    {
        long sum = 0;
        int known = 0, unknown = 0;
        foreach (var building in buildings)
        {
            var number = numbers[building.Row];
            (sum, known, unknown) = number == Unknown.Integer ? (sum, known, unknown + 1) : (sum + number, known + 1, unknown);
        }

        return unknown == 0 ? Measured.Exactly(sum)
            : known == 0 ? Measured.Unknown(NotCounted)
            : Measured.AtLeast(sum, sum);
    }
}
