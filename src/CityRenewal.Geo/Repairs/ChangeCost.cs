namespace CityRenewal.Geo.Repairs;

/// <summary>
/// What a change of an area is weighed by, the first that differs decides: land that changes sides, then parcels, then
/// demolitions given up, then their floor area.
/// </summary>
/// <param name="Land">Land that comes in or goes out, 0.0001 m².</param>
/// <param name="Parcels">Number of parcels that come in or go out.</param>
/// <param name="Demolitions">Number of demolitions given up.</param>
/// <param name="FloorArea">Floor area that is kept with them, 0.0001 m².</param>
internal readonly record struct ChangeCost(long Land, int Parcels, int Demolitions, long FloorArea) : IComparable<ChangeCost>
{
    /// <summary>Land is summed in whole units: its sums do not depend on their order.</summary>
    public const double UnitsPerM2 = 1e4;

    /// <inheritdoc/>
    public int CompareTo(ChangeCost other) =>
        (Land, Parcels, Demolitions, FloorArea).CompareTo((other.Land, other.Parcels, other.Demolitions, other.FloorArea));

    /// <summary>Square metres as whole units.</summary>
    public static long UnitsOf(double squareMetres) => double.IsFinite(squareMetres) ? (long)Math.Round(squareMetres * UnitsPerM2) : 0;
}
