using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;
using CityRenewal.Geo.Samples.Zones;

namespace CityRenewal.Geo.Samples.Buildings;

/// <summary>The protected items of all cells as one layer of outlines.</summary>
internal static class ProtectedLayer
{
    private static readonly string[] Houses = ["会馆", "老宅", "公馆旧址", "吊脚楼", "银行旧址", "祠堂"];
    private static readonly string[] Trees = ["黄葛树", "银杏", "皂荚", "香樟"];

    /// <summary>The layer.</summary>
    public static SourceLayer Of(IReadOnlyList<CellParcels> cells)
    {
        var rows = Joined.Rows(cells, cell => cell.ProtectedRows);
        return new SourceLayer
        {
            Name = LayerNames.ProtectedItems,
            Epsg = Bend.Epsg,
            Origin = SampleCity.OriginOfLayers,
            Shapes = ShapeSink.Join([.. cells.Select(cell => cell.Protected)], ShapeKind.Polygon),
            Columns =
            [
                new TextSource("item_id", TextColumn.From(rows.Select((_, n) => $"BH{n + 1:00000}"))),
                new TextSource("kind", TextColumn.From(rows.Select(row => row.Kind))),
                new TextSource("name", TextColumn.From(rows.Select(NameOf))),
                new TextSource("building_id", TextColumn.From(rows.Select(BuildingOf))),
            ],
        };
    }

    private static string NameOf(ProtectedRow row, int n) =>
        row.Kind == "old_tree" ? Trees[n % Trees.Length] : PlaceNames.Of((13 * n) + 1) + Houses[n % Houses.Length];

    private static string BuildingOf(ProtectedRow row) =>
        row.Building == 0 ? "" : SampleIds.Building(row.Parcel, row.Building);
}
