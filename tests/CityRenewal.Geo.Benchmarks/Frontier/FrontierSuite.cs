using System.Globalization;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Benchmarks.Frontier;

/// <summary>
/// The frozen set of cases on which the search is measured: how far it is from its bound and from the best that is known,
/// how much land it chooses and how many limits bind. Cases with fewer than two binding limits, or with less than 2 % or
/// more than 60 % of the land chosen, are marked and do not count.
/// </summary>
public sealed class FrontierSuite : IBenchmarkSuite
{
    private const int MostParcelsForBestKnown = 12_000;

    public string Name => "frontier";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        Console.Error.WriteLine("| seed | units | limits | λ | areas | found m² | bound m² | gap | to best known | chosen | binding | ms | counts |");
        Console.Error.WriteLine("|--:|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|");
        foreach (var ofSeed in FrontierCase.All.GroupBy(tried => tried.Seed))
        {
            var city = new FrontierCity(parcels, ofSeed.Key);
            foreach (var tried in ofSeed)
            {
                Tell(book, parcels, city, tried);
            }
        }
    }

    private void Tell(TrialBook book, int parcels, FrontierCity city, FrontierCase tried)
    {
        var problem = city.Problem(tried);
        UnitResult[] results = [];
        var limits = tried.IsTight ? "tight" : "slack";
        var name = string.Create(CultureInfo.InvariantCulture, $"seed {tried.Seed} {tried.Units} {limits} λ {tried.Lambda}");
        var trial = book.Ours(Name, name, parcels, problem.Nodes.Count, () => results = problem.Search(UnitSearchOptions.Default));
        double found = results.Sum(result => result.Value), bound = results.Sum(result => result.Bound);
        var best = parcels <= MostParcelsForBestKnown ? Math.Max(found, problem.BestKnown(8, 2_000)) : double.NaN;
        var chosen = problem.AreaOf(results) / city.Land;
        var binding = problem.CountBinding(results);
        var counts = binding >= 2 && chosen is >= 0.02 and <= 0.6;
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {tried.Seed} | {tried.Units} | {limits} | {tried.Lambda} | {results.Sum(result => result.Areas.Count)} | {found:0} | {bound:0} "
            + $"| {(bound - found) / found:P2} | {(best - found) / best:P2} | {chosen:P1} | {binding} | {trial.Median * 1000:0} | {(counts ? "yes" : "no")} |"));
    }
}
