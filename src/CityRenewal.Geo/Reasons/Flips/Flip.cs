namespace CityRenewal.Geo.Reasons;

/// <summary>One node taken into an area or out of it: what that changes and what it would break.</summary>
/// <param name="Area">The area; <see cref="UnitFlips.None"/> where the node would be an area by itself.</param>
/// <param name="Change">What the area gains.</param>
/// <param name="Gain">Change of the objective, m²: benefit, price of the outline, soft penalties and the price of an area.</param>
/// <param name="Breaks">The hard limits that it would break.</param>
/// <param name="Row">The first hard row that it would break, -1 where it breaks none.</param>
internal readonly record struct Flip(int Area, FlipChange Change, double Gain, FlipBreaks Breaks, int Row)
{
    /// <summary>The soft limit that costs most more by it; none where none of the request does.</summary>
    public FlipBreaks Dearest { get; init; }

    /// <summary>Gains below this are rounding, m²: the search asks for more to move a node.</summary>
    public const double LeastGain = 1e-6;

    /// <summary>Whether it breaks nothing.</summary>
    public bool IsAllowed => Breaks == FlipBreaks.None;

    /// <summary>Whether it would gain.</summary>
    public bool Gains => Gain > LeastGain;

    /// <summary>How strongly it explains a parcel that is out: an allowed gain, then a forbidden gain, then an allowed loss.</summary>
    public int Rank => (Gains ? 2 : 0) + (IsAllowed ? 1 : 0) + (Gains && IsAllowed ? 1 : 0);
}
