using System.Globalization;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Areas;

/// <summary>Finds worths of floor area that can have no effect: nothing goes by choice, and so nothing new is built.</summary>
internal static class FloorWorthChecks
{
    /// <summary>A worth without a purpose, or without a share that may go.</summary>
    public static IEnumerable<OptionProblem> Check(ProposalOptions options)
    {
        foreach (var (field, worth) in Given(options))
        {
            if (options.ElectivePurpose.Trim().Length == 0)
            {
                yield return new OptionProblem(
                    field, Text(worth), "Without a purpose nothing goes by choice, so this has no effect.",
                    "Say what elective demolition is for (elective_purpose), or leave the worth out.");
            }
            else if (options.ElectiveDemolitionLimit == 0)
            {
                yield return new OptionProblem(
                    field, Text(worth), "With a limit of 0 nothing goes by choice, so this has no effect.",
                    "Raise elective_demolition_limit, or leave the worth out.");
            }
        }
    }

    /// <summary>A worth in a city of which nobody knows what is protected.</summary>
    public static IEnumerable<OptionProblem> Check(City city, ProposalOptions options)
    {
        if (city.Has(LayerNames.HistoricZones) && city.Has(LayerNames.ProtectedItems))
        {
            yield break;
        }

        foreach (var (field, worth) in Given(options))
        {
            yield return new OptionProblem(
                field, Text(worth), "Nothing may go by choice here: the city has no layer of historic zones or none of protected items.",
                "Import both layers, an empty one where there are none, or leave the worth out.");
        }
    }

    private static IEnumerable<(string Field, double Worth)> Given(ProposalOptions options)
    {
        if (options.DemolitionWorth > 0)
        {
            yield return ("demolition_worth", options.DemolitionWorth);
        }

        if (options.NewFloorAreaWorth > 0)
        {
            yield return ("new_floor_area_worth", options.NewFloorAreaWorth);
        }
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
