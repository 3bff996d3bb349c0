using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;
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
        ProposalOptionChecks.Require(options);
        var year = ReferenceYears.Of(city, options);
        var ground = new ProposalGround(city, fabric, graph, facts, options);
        progress?.Report(new WorkProgress("need", 0));
        var need = NeedScores.Of(city, facts, year ?? 0, options.Threads, cancel);
        progress?.Report(new WorkProgress("land that may join", 0));
        var membership = MembershipRules.Of(city, fabric, graph, facts, options, cancel);
        var nodes = LandNodeAssembly.From(
            fabric, membership, ContactRules.Of(city, fabric, graph, options), options.Threads, cancel);
        var benefits = NodeBenefits.Of(nodes, need, ground.NetAreas, options.NeedThreshold);
        var outcome = new CitySearch(nodes, benefits, LimitsOf(options, nodes), progress).Run(options.Threads, cancel);
        progress?.Report(new WorkProgress("outlines and dispositions", 0));
        var drafts = outcome.Areas.Select((area, index) => AreaDraft.Of(nodes, outcome.Units[index], area)).ToList();
        var areas = new AreaAssembly(ground, need, year).From(drafts, options.Threads, cancel);
        return Finish(ground, need, membership, areas, outcome.Bound, year);
    }

    private static SearchLimits LimitsOf(ProposalOptions options, LandNodes nodes)
    {
        var grid = nodes.MetresPerUnit * LandNodes.UnitsPerGridUnit;
        return new SearchLimits(
            options.Lambda * nodes.MetresPerUnit,
            (long)Math.Ceiling(2 * options.MinimumArea / (grid * grid)),
            (long)Math.Min(long.MaxValue / 4, Math.Floor(2 * options.MaximumArea / (grid * grid))),
            options.Seed);
    }

    private static Plan Finish(
        ProposalGround ground, NeedScores need, Membership membership, List<RenewalArea> areas, double bound, int? year)
    {
        var checks = new AreaChecks(ground, need);
        var notes = new ProposalNotes(ground, need, membership, year);
        var kept = new List<RenewalArea>();
        foreach (var area in areas)
        {
            var breaches = checks.Check(area);
            if (breaches.Count == 0)
            {
                kept.Add(area with { Id = string.Create(CultureInfo.InvariantCulture, $"A{kept.Count + 1:000}") });
            }
            else
            {
                notes.Withhold(area, breaches);
            }
        }

        var objective = kept.Sum(area => area.Benefit - (ground.Options.Lambda * area.Perimeter));
        return new Plan
        {
            Areas = kept,
            Objective = objective,
            Bound = bound,
            Gap = objective > 0 ? Math.Max(0, (bound - objective) / objective) : null,
            Options = ground.Options,
            DataVersion = ground.City.DataVersion,
            CandidateArea = ground.NetAreas.Sum(),
            Notes = notes.All(kept, bound),
        };
    }
}
