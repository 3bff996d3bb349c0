using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>Buildings or parcels that do not meet all of some conditions: parks that stay are taken off the land.</summary>
/// <param name="Conditions">What is left out, where all of them are met.</param>
public sealed record ExceptCondition(IReadOnlyList<Condition> Conditions) : Condition
{
    /// <inheritdoc/>
    public override bool KnowsBuildings => Conditions.All(condition => condition.KnowsBuildings);

    /// <inheritdoc/>
    public override bool KnowsParcels => Conditions.All(condition => condition.KnowsParcels);

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => Conditions.SelectMany(condition => condition.Needs);

    /// <summary>Whether any of them asks what is proposed for the buildings.</summary>
    public bool AsksWhatGoes => Conditions.Any(condition => condition is DemolitionCondition or ChangeCondition or ExceptCondition { AsksWhatGoes: true });

    /// <inheritdoc/>
    internal override Weight OfBuilding(RuleGround ground, StandingBuilding building)
    {
        var weight = Weight.Yes;
        foreach (var condition in Conditions)
        {
            weight *= condition.OfBuilding(ground, building);
        }

        return Rest(weight);
    }

    /// <inheritdoc/>
    internal override Weight OfParcel(RuleGround ground, int parcel, AreaUnderReview? area = null)
    {
        var weight = Weight.Yes;
        foreach (var condition in Conditions)
        {
            weight *= condition.OfParcel(ground, parcel, area);
        }

        return Rest(weight);
    }

    // What is unknown is left out of the value here as everywhere, though it may count.
    private static Weight Rest(Weight weight) =>
        weight.IsKnown ? Weight.Part(1 - weight.Value) : new Weight(1 - weight.High, 1 - weight.High, 1 - weight.Low);
}
