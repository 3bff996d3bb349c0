using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
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
        ProposalOptionChecks.Require(options, city);
        return Under(null, new ProposalGround(city, fabric, graph, facts, options), progress, cancel).Plan;
    }

    /// <summary>One plan in which no rule of a pack fails, with every finding.</summary>
    /// <param name="pack">The rules; null judges by none.</param>
    /// <param name="ground">What the plan is made from, with options that have no problems.</param>
    /// <param name="progress">Told after every unit.</param>
    /// <param name="cancel">Ends the work; nothing is returned then.</param>
    public static JudgedPlan Under(
        RulePack? pack, ProposalGround ground, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var options = ground.Options;
        var ready = PreparedSearch.Of(pack, ground, progress, cancel);
        var problem = ready.Problem;
        var outcome = new CitySearch(problem.Nodes, problem.Benefits, problem.Limits, problem.Rows, progress) { PlanRows = problem.PlanRows }
            .Run(options.Threads, cancel);
        progress?.Report(new WorkProgress("checking the bound", 0));
        var certificate = PlanProof.Of(outcome, ready.Asked.Limits, ground.City.DataVersion);
        var proof = CertificateCheck.Of(ready.Statement(ground), certificate, options.Threads, cancel);
        outcome = new PlanRepair(problem).Of(new EnclaveRepair(problem, ground.Fabric).Of(outcome));
        progress?.Report(new WorkProgress("outlines and dispositions", 0));
        var drafts = outcome.Areas.Select((area, index) => AreaDraft.Of(ready.Nodes, outcome.Units[index], area)).ToList();
        var areas = new AreaAssembly(ground, ready.Asked.Need, ready.Dispositions).From(drafts, options.Threads, cancel);
        return Finish(ready, ground, proof).Of(areas, ready.Book, cancel) with
        {
            Unjudged = ready.Book is null ? [] : UnjudgedRule.In(ready.Book),
            Certificate = certificate,
            Checked = proof,
        };
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
        PreparedSearch.Of(pack, ground, progress, cancel).Statement(ground);

    private static PlanFinish Finish(PreparedSearch ready, ProposalGround ground, CertificateVerdict proof) =>
        new(ground, ready.Asked.Need, new ProposalNotes(ground, ready.Asked.Need, ready.Membership, ready.Year) { Book = ready.Book })
        {
            Obligatory = PlanObjective.Obligatory(ready.Nodes, ready.Problem.Benefits),
            Proof = proof,
            PlanLimits = new PlanLimitChecks(ground, ready.Membership),
            Verdicts = ready.Book is null ? null : new AreaVerdicts(ground, ready.Book, ready.Dispositions),
        };
}
