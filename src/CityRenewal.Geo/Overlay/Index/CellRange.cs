namespace CityRenewal.Geo.Overlay;

/// <summary>A block of grid cells, both ends included.</summary>
internal readonly record struct CellRange(int FirstColumn, int FirstRow, int LastColumn, int LastRow);
