namespace CityRenewal.Geo.Delineation;

/// <summary>What a piece is worth and how far it is from what an area must keep to.</summary>
/// <param name="Value">Benefit minus the prices of outline, opening and soft rows, in the unit of <see cref="PieceScale"/>.</param>
/// <param name="Excess">What it breaks, set against value; 0 exactly where the piece may be an area.</param>
internal readonly record struct PieceScore(long Value, double Excess)
{
    /// <summary>What the search climbs: value less a weight times what is broken.</summary>
    public double Energy(double weight) => Value - (weight * Excess);
}
