using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Cities;

/// <summary>A plan with every measure of its areas.</summary>
public sealed class MeasuredPlan
{
    /// <summary>What every output says of itself.</summary>
    public const string Disclaimer = "辅助核对结果,不替代法定审查 · A review aid, not an approval.";

    private MeasuredPlan(Plan plan, IReadOnlyList<AreaMeasures> measures)
    {
        Plan = plan;
        Measures = measures;
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>The measures of each area, in the order of the areas.</summary>
    public IReadOnlyList<AreaMeasures> Measures { get; }

    /// <summary>Share of the land of all parcels that lies in areas, in [0, 1]; 0 where there is no land.</summary>
    public double ChosenShare => Plan.CandidateArea > 0 ? Plan.Areas.Sum(area => area.NetArea) / Plan.CandidateArea : 0;

    /// <summary>Measures every area of a plan.</summary>
    public static MeasuredPlan Of(Plan plan, City city, ParcelFacts facts, ContiguityGraph graph, CancellationToken cancel = default)
    {
        var declared = new AreaDeclaration { ReferenceYear = plan.Options.ReferenceYear };
        var measures = new AreaMeasures[plan.Areas.Count];
        var options = new ParallelOptions
        {
            CancellationToken = cancel,
            MaxDegreeOfParallelism = plan.Options.Threads > 0 ? plan.Options.Threads : -1,
        };
        Parallel.For(0, measures.Length, options, i =>
            measures[i] = AreaMeasures.Of(AreaStock.Of(city, facts, AreaLand.From(plan.Areas[i]), declared), graph));
        return new MeasuredPlan(plan, measures);
    }
}
