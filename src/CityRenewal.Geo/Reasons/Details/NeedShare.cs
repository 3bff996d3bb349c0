using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Reasons;

/// <summary>A part of a parcel's need.</summary>
/// <param name="Part">The part.</param>
/// <param name="Value">Its value in [0, 1]; null where unknown.</param>
/// <param name="Weight">Its weight, in [0, 1].</param>
public sealed record NeedShare(NeedPart Part, double? Value, double Weight);
