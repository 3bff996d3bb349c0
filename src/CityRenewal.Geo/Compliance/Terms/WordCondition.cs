using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>Buildings of some use or structure, or parcels of some land use.</summary>
/// <param name="Attribute">Which attribute.</param>
/// <param name="Words">The words that count; land-use codes count with everything below them.</param>
public sealed record WordCondition(WordAttribute Attribute, IReadOnlyList<string> Words) : Condition
{
    /// <summary>
    /// The list that land-use codes are of (用地用海分类, 三调): the same digits mean different things in different lists, and a code
    /// of another list, or of none that is known, is unknown. Empty takes codes whatever their list.
    /// </summary>
    public string System { get; init; } = "";

    /// <inheritdoc/>
    public override bool KnowsBuildings => Attribute != WordAttribute.LandUse;

    /// <inheritdoc/>
    public override bool KnowsParcels => Attribute == WordAttribute.LandUse;

    /// <inheritdoc/>
    internal override Weight OfBuilding(RuleGround ground, StandingBuilding building)
    {
        var column = Attribute == WordAttribute.Use ? ground.City.Buildings.Use : ground.City.Buildings.Structure;
        return Of(column, building.Row, (word, wanted) => word == wanted);
    }

    /// <inheritdoc/>
    internal override Weight OfParcel(RuleGround ground, int parcel, AreaUnderReview? area = null) =>
        System.Length > 0 && ground.City.Parcels.LandUseSystem[parcel] != System
            ? Weight.Unknown
            : Of(ground.City.Parcels.LandUse, parcel, (code, wanted) => code.StartsWith(wanted, StringComparison.Ordinal));

    private Weight Of(CodeColumn column, int row, Func<string, string, bool> isMeant)
    {
        var word = column[row];
        return Weight.Of(word.Length == 0 ? null : Words.Any(wanted => isMeant(word, wanted)));
    }
}
