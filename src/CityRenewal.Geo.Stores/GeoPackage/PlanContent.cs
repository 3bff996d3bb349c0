using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>What a plan file holds.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Measures">
/// Per area its measures, name and value in the order of the columns; null where a measure is not applicable or unknown.
/// </param>
public sealed record PlanContent(Plan Plan, IReadOnlyList<IReadOnlyList<KeyValuePair<string, double?>>> Measures)
{
    /// <summary>The rule pack that the plan was made under; null where none, and then the file says nothing of rules.</summary>
    public RulePack? Rules { get; init; }

    /// <summary>The edits that made the plan what it is, in their order; empty for a plan as it was proposed.</summary>
    public IReadOnlyList<AppliedEdit> Edits { get; init; } = [];

    /// <summary>Opinions on its findings with their hashes, the oldest first, as the plan that it was made of has them.</summary>
    public IReadOnlyList<(Opinion Opinion, string Hash)> Opinions { get; init; } = [];

    /// <summary>Every rule on every area.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Why each area is proposed, in the order of the areas; empty where no rule pack tells categories.</summary>
    public IReadOnlyList<AreaProfile> Profiles { get; init; } = [];

    /// <summary>Why each parcel is in; null leaves the columns out.</summary>
    public PlanReasons? Reasons { get; init; }

    /// <summary>What is told of a measured plan, without its reasons.</summary>
    public static PlanContent Of(MeasuredPlan measured) => new(measured.Plan, [.. measured.Measures.Select(RowOf)])
    {
        Rules = measured.Rules,
        Findings = measured.Findings,
        Profiles = measured.Profiles,
    };

    private static IReadOnlyList<KeyValuePair<string, double?>> RowOf(AreaMeasures measures) =>
        [.. measures.All.Select(measure => KeyValuePair.Create(measure.Name.Wire, measure.Value.Value))];
}
