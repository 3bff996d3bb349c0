using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>A request made ready on a city: the columns that a search reads, and the same as facts for who checks a bound.</summary>
/// <param name="Problem">The columns that a search reads.</param>
/// <param name="Asked">What is asked.</param>
internal sealed record PreparedSearch(SearchProblem Problem, SearchRequest Asked)
{
    /// <summary>What areas are made of.</summary>
    public LandNodes Nodes => Problem.Nodes;

    /// <summary>Everything up to the search.</summary>
    public static PreparedSearch Of(
        RulePack? pack, ProposalGround ground, IProgress<WorkProgress>? progress, CancellationToken cancel) =>
        ProposalRun.Of(pack, ground, progress, cancel).Prepare(cancel);

    /// <summary>What was asked, for whoever checks a bound.</summary>
    public CertifiedProblem Statement(ProposalGround ground) => PlanProof.Statement(ground, Nodes, Asked);
}
