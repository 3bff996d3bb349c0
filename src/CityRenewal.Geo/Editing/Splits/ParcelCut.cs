using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Editing;

/// <summary>A parcel that was split: the first part takes its row, the others are added as the last rows of the city.</summary>
/// <param name="Row">Row of the parcel.</param>
/// <param name="Id">Its id before.</param>
/// <param name="PartIds">Ids of its parts.</param>
/// <param name="Parts">Shapes of its parts, one feature each.</param>
internal sealed record ParcelCut(int Row, string Id, IReadOnlyList<string> PartIds, IReadOnlyList<PolygonColumns> Parts);
