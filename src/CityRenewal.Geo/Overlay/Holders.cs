namespace CityRenewal.Geo.Overlay;

/// <summary>
/// What is known of features before they are measured: one that lies whole in a larger one (a building on its parcel) lies
/// in a layer whole, or not at all, where the larger one does. Only the features at a layer's border are left to measure.
/// </summary>
/// <param name="rows">Per feature the larger one that holds it whole; -1 where none does.</param>
/// <param name="column">The layer's column of the larger features.</param>
internal sealed class Holders(int[] rows, LayerColumn column)
{
    /// <summary>Whole or not at all, as the holder; false where that doesn't tell.</summary>
    public bool TryCoverage(int feature, out Coverage coverage)
    {
        coverage = rows[feature] < 0 ? Coverage.Partly : column.Coverages[rows[feature]];
        return coverage != Coverage.Partly;
    }
}
