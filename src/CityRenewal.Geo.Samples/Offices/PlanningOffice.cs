using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Offices;

/// <summary>
/// The planning office: the boundary in a zone-prefixed system, units as GeoJSON in metres although GeoJSON means degrees,
/// and a zip of Shapefiles with Chinese names.
/// </summary>
internal static class PlanningOffice
{
    private const int ZonePrefixed = 4524;
    private const string BoundaryFile = "sanqusanxian.gpkg";

    private static readonly Dictionary<string, (string Code, string Name)> Subzones = new()
    {
        ["concentrated"] = ("01", "城镇集中建设区"),
        ["elastic"] = ("02", "城镇弹性发展区"),
        ["special"] = ("03", "特别用途区"),
    };

    /// <summary>The urban development boundary: subzone by code, by name, or by both; area in hectares.</summary>
    public static OfficeFile Boundary(SourceLayer udb, List<OfficeTruth> truth)
    {
        var kinds = OfficeLayer.RowsOf(udb).Select(row => udb.Column("kind")!.TextOf(row)).ToList();
        string? Code(int row) => row % 5 == 3 ? null : Subzones[kinds[row]].Code;
        truth.AddRange(kinds.Select((kind, row) => new OfficeTruth(
            BoundaryFile, LayerNames.Udb, udb.Column("zone_id")!.TextOf(row), "kind", Code(row) ?? Subzones[kind].Name, kind)));
        var layer = OfficeLayer.Of("CZKFBJ", ZonePrefixed, udb.Shapes,
        [
            OfficeLayer.Renamed(udb, "zone_id", "BSM"),
            OfficeLayer.Text("XZQDM", kinds.Select(_ => "500999")),
            OfficeLayer.Text("GHFQDM", kinds.Select((_, row) => Code(row))),
            OfficeLayer.Text("GHFQMC", kinds.Select(kind => Subzones[kind].Name)),
            new RealSource("MJ", [.. OfficeLayer.RowsOf(udb).Select(row => Math.Round(AreaOf(udb.Shapes, row) / 10_000, 4))]),
        ]);
        return new OfficeFile(BoundaryFile, OfficeFormat.GeoPackage, [layer]);
    }

    /// <summary>The planning units.</summary>
    public static OfficeFile Units(SourceLayer units)
    {
        var layer = OfficeLayer.Of("guanli_danyuan", Bend.Epsg, units.Shapes,
        [
            OfficeLayer.Renamed(units, "zone_id", "unit_id"),
            OfficeLayer.Renamed(units, "name", "name"),
        ]);
        return new OfficeFile("guanli_danyuan.geojson", OfficeFormat.GeoJson, [layer]);
    }

    /// <summary>Barriers and water, in one zip.</summary>
    public static OfficeFile Barriers(SourceLayer barriers, SourceLayer water)
    {
        var lines = OfficeLayer.Of("道路铁路", Bend.Epsg, barriers.Shapes,
        [
            OfficeLayer.Renamed(barriers, "barrier_id", "编号"),
            OfficeLayer.Text("类型", OfficeLayer.RowsOf(barriers).Select(row => Kind(barriers.Column("kind")!.TextOf(row)))),
            OfficeLayer.Renamed(barriers, "width_m", "宽度"),
        ]);
        var surfaces = OfficeLayer.Of("水系面", Bend.Epsg, water.Shapes,
        [
            OfficeLayer.Renamed(water, "zone_id", "编号"),
            OfficeLayer.Renamed(water, "name", "河流名称"),
        ]);
        return new OfficeFile("阻隔要素.zip", OfficeFormat.ZipOfShapefiles, [lines, surfaces]) { SaysEncoding = true };
    }

    private static string Kind(string word) => word switch
    {
        "river" => "河流",
        "railway" => "铁路",
        "expressway" => "快速路",
        _ => "主干路",
    };

    private static double AreaOf(SourceShapes shapes, int row)
    {
        var twice = 0.0;
        for (var ring = shapes.FeatureStart[row]; ring < shapes.FeatureStart[row + 1]; ring++)
        {
            var start = shapes.RingStart[ring];
            for (var v = start; v + 1 < shapes.RingStart[ring + 1]; v++)
            {
                twice += ((shapes.X[v] - shapes.X[start]) * (shapes.Y[v + 1] - shapes.Y[start]))
                    - ((shapes.X[v + 1] - shapes.X[start]) * (shapes.Y[v] - shapes.Y[start]));
            }
        }

        return twice / 2;
    }
}
