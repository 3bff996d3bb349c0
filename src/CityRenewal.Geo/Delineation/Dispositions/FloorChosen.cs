namespace CityRenewal.Geo.Delineation;

/// <summary>What goes by choice in an area.</summary>
/// <param name="Buildings">The buildings, ascending.</param>
/// <param name="Worth">What it is worth with the new floor area that it allows, millionths of a m² of benefit.</param>
/// <param name="Bound">What no choice is above; the same as the worth where the choice is proven to be the best.</param>
internal sealed record FloorChosen(IReadOnlyList<int> Buildings, long Worth, long Bound)
{
    /// <summary>Nothing goes.</summary>
    public static readonly FloorChosen Nothing = new([], 0, 0);
}
