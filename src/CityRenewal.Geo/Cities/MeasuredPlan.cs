using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Cities;

/// <summary>A plan with every measure of its areas.</summary>
public sealed class MeasuredPlan
{
    /// <summary>What every output says of itself.</summary>
    public const string Disclaimer = "辅助核对结果,不替代法定审查 · A review aid, not an approval.";

    private MeasuredPlan(Plan plan, IReadOnlyList<AreaMeasures> measures, IReadOnlyList<double> snapped)
    {
        Plan = plan;
        Measures = measures;
        SnappedM2 = snapped;
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>The measures of each area, in the order of the areas.</summary>
    public IReadOnlyList<AreaMeasures> Measures { get; }

    /// <summary>m² that snapping gave to or took from the parcels of each area: how far its net area may be from the original rings.</summary>
    public IReadOnlyList<double> SnappedM2 { get; }

    /// <summary>Share of the land of all parcels that lies in areas, in [0, 1]; 0 where there is no land.</summary>
    public double ChosenShare => Plan.CandidateArea > 0 ? Plan.Areas.Sum(area => area.NetArea) / Plan.CandidateArea : 0;

    /// <summary>Measures every area of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="work">The work on its city, of which facts, fabric and graph are taken.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static MeasuredPlan Of(Plan plan, CityWork work, CancellationToken cancel = default)
    {
        var facts = work.Facts(cancel: cancel);
        var fabric = work.Fabric(cancel: cancel);
        var graph = work.Graph(new GraphOptions(plan.Options.StreetWidth, plan.Options.MinimumContact), cancel: cancel);
        var declared = new AreaDeclaration { ReferenceYear = plan.Options.ReferenceYear };
        var around = Surroundings.Of(work.City, fabric, graph, plan.Options.StreetWidth);
        var measures = new AreaMeasures[plan.Areas.Count];
        var options = new ParallelOptions
        {
            CancellationToken = cancel,
            MaxDegreeOfParallelism = plan.Options.Threads > 0 ? plan.Options.Threads : -1,
        };
        Parallel.For(0, measures.Length, options, i =>
            measures[i] = AreaMeasures.Of(AreaStock.Of(work.City, facts, AreaLand.From(plan.Areas[i]), declared), around));
        return new MeasuredPlan(plan, measures, [.. plan.Areas.Select(area => area.Parcels.Sum(parcel => fabric.GainedM2[parcel] + fabric.LostM2[parcel]))]);
    }
}
