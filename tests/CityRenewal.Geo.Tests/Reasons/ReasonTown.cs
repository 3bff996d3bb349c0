using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Tests.Delineation;

namespace CityRenewal.Geo.Tests.Reasons;

/// <summary>
/// A drawn town where a cell is 400 m² and what stands on it says what it is worth: an old house makes it worth +200 m², a
/// new one −200 m² less what is covered, no house leaves its need unknown. λ is 0.5: a side of a cell costs 10 m².
/// </summary>
internal static class ReasonTown
{
    public static readonly ProposalOptions Options = new() { MinimumArea = 800, MaximumArea = 4_000, Lambda = 0.5 };

    /// <summary>Old houses on o, new ones on n, nothing on u; drawn like the parcels.</summary>
    public static LatticeCity Of(string[] parcels, string[] houses)
    {
        var city = new LatticeCity(parcels);
        for (var row = 0; row < houses.Length; row++)
        {
            for (var column = 0; column < houses[row].Length; column++)
            {
                if (houses[row][column] is 'o' or 'n')
                {
                    var north = houses.Length - 1 - row;
                    city.With(new LatticeBuilding((column * 20) + 2, (north * 20) + 2, 16, 16)
                    {
                        Year = houses[row][column] == 'o' ? 1950 : 2024,
                    });
                }
            }
        }

        return city;
    }

    public static PlanReasons Explain(LatticeCity city, params int[][] areas) => Explain(city, Options, areas);

    public static PlanReasons Explain(LatticeCity city, ProposalOptions options, params int[][] areas) =>
        PlanReasons.Of(ProposalProblem.Of(null, city.Ground(options)), Members(areas));

    public static PlanReasons Explain(ProposalProblem problem, params int[][] areas) => PlanReasons.Of(problem, Members(areas));

    public static string Codes(PlanReasons reasons) =>
        string.Join(' ', Enumerable.Range(0, reasons.Count).Select(parcel => reasons.Codes[parcel].Wire()));

    private static IReadOnlyList<AreaMembers> Members(int[][] areas) =>
        [.. areas.Select((parcels, index) => new AreaMembers($"A{index + 1:000}", parcels))];
}
