namespace CityRenewal.Geo.Reasons;

/// <summary>What could be made of the free land around a parcel that meets no area.</summary>
/// <param name="FreeLand">Free land that lies together around it, m².</param>
/// <param name="Value">
/// Objective of the best area within the limits that growing around it finds, m²; null where none within the limits is
/// found. A better one may exist.
/// </param>
/// <param name="NetArea">Land of that area, m².</param>
/// <param name="Parcels">Its parcels, as rows of the city, ascending.</param>
public sealed record AreaAround(double FreeLand, double? Value, double NetArea, IReadOnlyList<int> Parcels);
