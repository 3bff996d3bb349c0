using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Compliance;

/// <summary>A sum over the buildings or parcels of an area that meet all of its conditions.</summary>
/// <param name="Quantity">What is added up.</param>
/// <param name="Column">The layer of <see cref="Quantity.FootprintIn"/> and <see cref="Quantity.LandIn"/>, by its column name; empty otherwise.</param>
/// <param name="Conditions">What a building or parcel must meet to count; each may count it in part.</param>
public sealed record Term(Quantity Quantity, string Column, IReadOnlyList<Condition> Conditions)
{
    /// <summary>Whether the term runs over buildings; else over parcels.</summary>
    public bool IsOfBuildings => Quantity <= Quantity.FootprintIn;

    /// <summary>The unit of the sum.</summary>
    public RuleUnit Unit => Quantity is Quantity.FloorArea or Quantity.Footprint or Quantity.FootprintIn or Quantity.Land or Quantity.LandIn
        ? RuleUnit.SquareMetre
        : RuleUnit.Count;

    /// <summary>What must have been delivered for the sum to mean anything: layers, and columns of layers.</summary>
    public IEnumerable<string> Needs =>
    [
        .. Quantity is Quantity.FootprintIn or Quantity.LandIn ? [Column] : Array.Empty<string>(),
        .. IsOfBuildings ? [LayerNames.Buildings] : Array.Empty<string>(),
        .. Quantity == Quantity.ProtectedItems ? [LayerNames.ProtectedItems] : Array.Empty<string>(),
        .. Conditions.SelectMany(condition => condition.Needs),
    ];

    /// <summary>Whether the sum depends on what is proposed for the buildings.</summary>
    public bool AsksWhatGoes => Conditions.Any(condition => condition is DemolitionCondition or ChangeCondition or ExceptCondition { AsksWhatGoes: true });

    /// <summary>Whether a condition of the term asks for something that only the other kind of feature has.</summary>
    public bool Fits(Condition condition) => IsOfBuildings ? condition.KnowsBuildings : condition.KnowsParcels;
}
