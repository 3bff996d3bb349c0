using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Compliance;

/// <summary>Buildings or parcels that carry a protected item.</summary>
/// <param name="Kinds">Kinds of item that count; empty for every kind.</param>
public sealed record ProtectedCondition(IReadOnlyList<string> Kinds) : Condition
{
    /// <inheritdoc/>
    public override bool KnowsParcels => true;

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [LayerNames.ProtectedItems];

    /// <summary>Whether an item is of a kind that counts.</summary>
    public bool Counts(RuleGround ground, int item) => Kinds.Count == 0 || Kinds.Contains(ground.City.ProtectedItems.Kinds[item]);

    /// <inheritdoc/>
    internal override Weight OfBuilding(RuleGround ground, StandingBuilding building) =>
        Of(ground, ground.Facts.Buildings.ProtectedItems, building.Row);

    /// <inheritdoc/>
    internal override Weight OfParcel(RuleGround ground, int parcel, AreaUnderReview? area = null) =>
        Of(ground, ground.Facts.ProtectedItems, parcel);

    private Weight Of(RuleGround ground, ItemHits hits, int feature)
    {
        foreach (var item in hits.ItemsOf(feature))
        {
            if (Counts(ground, item))
            {
                return Weight.Yes;
            }
        }

        return Weight.No;
    }
}
