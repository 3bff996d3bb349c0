using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Need;

/// <summary>Protected items (保护对象) stand on the land: the value is their number.</summary>
public sealed record ProtectedItemSign : CategorySign
{
    /// <inheritdoc/>
    public override string Requirement => "protected items present";

    /// <inheritdoc/>
    public override string RequirementChinese => "有保护对象";

    /// <inheritdoc/>
    public override string Finding(double value) => $"protected items: {Number(value)}";

    /// <inheritdoc/>
    public override string FindingChinese(double value) => $"保护对象 {Number(value)} 处";

    internal override bool Holds(double value) => value > 0;

    internal override IEnumerable<string> Problems() => [];

    internal override Func<int, SignTally> MeterIn(CategoryGround ground)
    {
        var isKnown = ground.City.Has(LayerNames.ProtectedItems);
        return parcel => isKnown
            ? new SignTally(ground.Facts.ProtectedItems.CountOf(parcel), 1, 0)
            : SignTally.Unknown;
    }

    // An item on a shared border hits two parcels, and is one item.
    internal override double ValueOver(CategoryGround ground, IReadOnlyList<int> parcels) =>
        parcels.SelectMany(parcel => ground.Facts.ProtectedItems.ItemsOf(parcel).ToArray()).Distinct().Count();
}
