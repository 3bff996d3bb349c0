namespace CityRenewal.Geo.Compliance;

/// <summary>What one building or parcel gives to the sums of a finding.</summary>
/// <param name="IsBuilding">Whether it is a building, else a parcel.</param>
/// <param name="Row">Its row in the city.</param>
/// <param name="Above">What it gives above the line, in the unit of the sum.</param>
/// <param name="Below">What it gives below the line; 0 where there is none.</param>
public readonly record struct EvidencePart(bool IsBuilding, int Row, double Above, double Below);
