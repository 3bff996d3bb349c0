using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Cities;

/// <summary>A plan with every measure of its areas.</summary>
public sealed class MeasuredPlan
{
    /// <summary>What every output says of itself.</summary>
    public const string Disclaimer = "辅助核对结果,不替代法定审查 · A review aid, not an approval.";

    private MeasuredPlan(
        JudgedPlan judged, IReadOnlyList<AreaMeasures> measures, IReadOnlyList<AreaProfile> profiles, IReadOnlyList<double> snapped)
    {
        Judged = judged;
        Profiles = profiles;
        Measures = measures;
        SnappedM2 = snapped;
    }

    /// <summary>The plan.</summary>
    public Plan Plan => Judged.Plan;

    /// <summary>The plan with its rules and findings.</summary>
    public JudgedPlan Judged { get; }

    /// <summary>The rule pack that it was made under; null where none was asked for.</summary>
    public RulePack? Rules => Judged.Rules;

    /// <summary>Every rule on every area, by area, then in the order of the pack.</summary>
    public IReadOnlyList<Finding> Findings => Judged.Findings;

    /// <summary>Whether a reader must look at a finding: one that does not pass and is applicable.</summary>
    public bool HasOpenFindings => Findings.Any(finding => finding.IsOpen);

    /// <summary>The rules that could not be judged at all, because a layer is missing; in the order of the pack.</summary>
    public IReadOnlyList<UnjudgedRule> Unjudged => Judged.Unjudged;

    /// <summary>The measures of each area, in the order of the areas.</summary>
    public IReadOnlyList<AreaMeasures> Measures { get; }

    /// <summary>Categories, ranked need and answered problems of each area, in the order of the areas; empty without a rule pack.</summary>
    public IReadOnlyList<AreaProfile> Profiles { get; }

    /// <summary>m² that snapping gave to or took from the parcels of each area: how far its net area may be from the original rings.</summary>
    public IReadOnlyList<double> SnappedM2 { get; }

    /// <summary>Share of the land of all parcels that lies in areas, in [0, 1]; 0 where there is no land.</summary>
    public double ChosenShare => Plan.CandidateArea > 0 ? Plan.Areas.Sum(area => area.NetArea) / Plan.CandidateArea : 0;

    /// <summary>The same with something more that a reader must know.</summary>
    public MeasuredPlan Noted(PlanNote note) =>
        new(Judged with { Plan = Plan with { Notes = [.. Plan.Notes, note] } }, Measures, Profiles, SnappedM2);

    /// <summary>Measures every area of a plan.</summary>
    /// <param name="judged">The plan.</param>
    /// <param name="work">The work on its city, of which facts, fabric and graph are taken.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static MeasuredPlan Of(JudgedPlan judged, CityWork work, CancellationToken cancel = default)
    {
        var graph = work.Graph(new GraphOptions(judged.Plan.Options.StreetWidth, judged.Plan.Options.MinimumContact), cancel: cancel);
        var around = Surroundings.Of(work.City, work.Fabric(cancel: cancel), graph, judged.Plan.Options.StreetWidth);
        return Of(judged, work, around, cancel);
    }

    // Whoever made the plan has looked around already.
    internal static MeasuredPlan Of(JudgedPlan judged, CityWork work, Surroundings around, CancellationToken cancel)
    {
        var plan = judged.Plan;
        var facts = work.Facts(cancel: cancel);
        var fabric = work.Fabric(cancel: cancel);
        var measures = new AreaMeasures[plan.Areas.Count];
        var options = new ParallelOptions
        {
            CancellationToken = cancel,
            MaxDegreeOfParallelism = plan.Options.Threads > 0 ? plan.Options.Threads : -1,
        };
        Parallel.For(0, measures.Length, options, i =>
            measures[i] = AreaMeasures.Of(AreaStock.Of(work.City, facts, AreaLand.From(plan.Areas[i]), DeclaredOf(plan, i)), around));
        var profiles = AreaProfile.Of(judged, work, Delineation.NetAreas.Of(fabric), options);
        return new MeasuredPlan(judged, measures, profiles, [.. plan.Areas.Select(area => area.Parcels.Sum(parcel => fabric.GainedM2[parcel] + fabric.LostM2[parcel]))]);
    }

    private static AreaDeclaration DeclaredOf(Plan plan, int area) =>
        AreaDeclaration.Of(plan.Options) with { NewFloorAreaM2 = plan.Areas[area].NewFloorArea };
}
