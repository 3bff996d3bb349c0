namespace CityRenewal.Geo.Reasons;

/// <summary>A flip that one limit alone forbids.</summary>
/// <param name="Parcel">A parcel of the flipped node, a row of the city.</param>
/// <param name="Gain">What the objective would gain, m².</param>
/// <param name="Relaxation">How far the limit would have to be relaxed for it, in its unit.</param>
public sealed record RelaxedFlip(int Parcel, double Gain, double Relaxation)
{
    /// <summary>What the objective would gain per unit of the limit, m²: a single flip, so at least this much for the first step.</summary>
    public double GainPerUnit => Relaxation > 0 ? Gain / Relaxation : double.PositiveInfinity;
}
