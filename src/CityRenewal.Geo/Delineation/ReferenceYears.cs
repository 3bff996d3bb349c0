using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Delineation;

/// <summary>The year that ages count from: what was asked for, else the city's baseline year. The engine has no clock.</summary>
internal static class ReferenceYears
{
    /// <summary>The year, or null where no building's year is known and none is needed.</summary>
    /// <exception cref="ProposalOptionsException">A year is needed and nobody states one.</exception>
    public static int? Of(City city, ProposalOptions options)
    {
        if (!NeedScores.NeedsYear(city))
        {
            return null;
        }

        return options.ReferenceYear ?? city.BaselineYear ?? throw new ProposalOptionsException(
        [
            new OptionProblem(
                "reference_year",
                "unknown",
                "The city's buildings have years, but the city states no baseline year that ages count from.",
                "Give the year with --year (reference_year).") { TextChinese = "城市建筑有建成年份,但没有作为房龄起算的基准年。请用 --year(reference_year)给出年份。" },
        ]);
    }
}
