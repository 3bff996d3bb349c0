using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Proposes renewal areas for a city: need from what is known, a minimum cut per planning unit, pieces within the limits,
/// dispositions, and an independent check of every area before it is returned. The plan depends on the city, the options
/// and the seed alone: not on threads, nor on the order of the input.
/// </summary>
public static class Proposal
{
    /// <summary>One plan with a proven bound.</summary>
    /// <param name="city">The city.</param>
    /// <param name="fabric">Its land fabric.</param>
    /// <param name="graph">Its neighbours, made with the same street width and minimum contact as the options say.</param>
    /// <param name="facts">What lies on its parcels.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="progress">Told after every unit: how many are done, what is found, and what could be found at most.</param>
    /// <param name="cancel">Ends the work; nothing is returned then.</param>
    /// <exception cref="ProposalOptionsException">The options cannot be followed; lists every reason.</exception>
    public static Plan Of(
        City city,
        LandFabric fabric,
        ContiguityGraph graph,
        ParcelFacts facts,
        ProposalOptions options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancel = default)
    {
        ProposalOptionChecks.RequireNumbers(options, city);
        return Under(null, new ProposalGround(city, fabric, graph, facts, options), progress, cancel).Plan;
    }

    /// <summary>One plan in which no rule of a pack fails, with every finding.</summary>
    /// <param name="pack">The rules; null judges by none.</param>
    /// <param name="ground">What the plan is made from, with options that have no problems.</param>
    /// <param name="progress">Told after every unit.</param>
    /// <param name="cancel">Ends the work; nothing is returned then.</param>
    /// <exception cref="ProposalOptionsException">The request contradicts itself, the city or its land; lists every reason.</exception>
    public static JudgedPlan Under(
        RulePack? pack, ProposalGround ground, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var single = ground.Options.Alternatives == 1 ? ground : ground.With(ground.Options with { Alternatives = 1 });
        return AlternativeSearch.Of(pack, single, SearchRun.Whole, progress, cancel).Alternatives[0].Judged;
    }

    /// <summary>Refuses a request that contradicts itself, the city or its land.</summary>
    internal static void Require(ProposalGround ground, SearchProblem problem)
    {
        IReadOnlyList<OptionProblem> problems =
            [.. ProposalOptionChecks.CheckIn(ground.City, ground.Options), .. Contradictions.In(ground, problem)];
        if (problems.Count > 0)
        {
            throw new ProposalOptionsException([.. problems.Distinct()]);
        }
    }

    /// <summary>
    /// What a request asks of a city, in facts, for whoever checks the certificate of a plan of it: nothing is searched.
    /// </summary>
    /// <param name="pack">The rules; null judges by none.</param>
    /// <param name="ground">What the plan was made from, with the options of the request.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work.</param>
    public static CertifiedProblem StatementOf(
        RulePack? pack, ProposalGround ground, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default) =>
        ProposalWork.Of(pack, ground, progress, cancel).Statement();
}
