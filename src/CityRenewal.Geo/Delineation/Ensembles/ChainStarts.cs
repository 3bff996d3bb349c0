using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Where the chains begin: the best plan found, and plans that would be best if the need of every parcel were somewhat more or
/// less, so that chains begin further apart than the plans they are to draw.
/// </summary>
internal static class ChainStarts
{
    // How much the benefit of a parcel is changed at most, as a share of it.
    private const double Spread = 0.4;

    /// <summary>The areas that each chain begins from.</summary>
    public static IReadOnlyList<IReadOnlyList<int[]>> Of(
        ProposalWork work, int chains, IProgress<WorkProgress>? progress, CancellationToken cancel) =>
    [
        .. Enumerable.Range(0, chains).Select(chain => work.Search(
            chain == 0 ? work.Problem : Changed(work.Problem, chain), [], SearchRun.Whole with { BoundCuts = 0 }, ($"ensemble: start {chain + 1}", progress), cancel).Areas),
    ];

    /// <summary>The problem with benefits changed by chance, each node by its own.</summary>
    private static SearchProblem Changed(SearchProblem problem, int chain)
    {
        var benefits = (long[])problem.Benefits.Clone();
        for (var node = 0; node < benefits.Length; node++)
        {
            // By what the node is, not by its number: land elsewhere changes nothing.
            var random = new SearchRandom(SearchRandom.Join(
                SearchRandom.Join(SearchRandom.Join(0, problem.Limits.Seed + chain), problem.Nodes.TwiceArea[node]), problem.Nodes.Perimeter[node]));
            benefits[node] += (long)(benefits[node] * Spread * ((random.Below(2_001) - 1_000) / 1_000.0));
        }

        return problem with { Benefits = benefits };
    }
}
