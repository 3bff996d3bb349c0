using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Register;

/// <summary>A building as it stood at the baseline date. Later corrections of the layers do not change it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parcel">Id of the parcel that held most of it.</param>
/// <param name="FloorArea">Floor area with its interval, m²; NaN where unknown.</param>
/// <param name="Footprint">Footprint, m².</param>
/// <param name="ExemptShare">Share that would not count if it went, on what was evidenced then: an illegal part with a decision, or all of a certified dangerous building without repair value.</param>
/// <param name="Households">Households; null where unknown.</param>
/// <param name="People">People; null where unknown.</param>
public sealed record BaselineBuilding(
    string Id, string Parcel, FloorArea FloorArea, double Footprint, double ExemptShare, int? Households, int? People);
