using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Stores.GeoPackage.Checks;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>
/// A check as a GeoPackage that QGIS opens styled: every defect as a point, the land that overlaps and gaps are about,
/// tolerances and the readiness report as tables.
/// </summary>
public static class DefectFile
{
    private const string Readiness = "readiness";

    /// <summary>Writes a check; the file appears under its name only when it is whole.</summary>
    /// <exception cref="StoreException">There is a file of that name that is no check.</exception>
    public static void Write(string path, CheckReport report, CancellationToken cancel = default) =>
        new LayerFile("check", Readiness)
        {
            Layers = DefectLayers.Of(report),
            Tables =
            [
                new("tolerances", "图层容差 Tolerances", ["layer", "other", "tolerance_m", "median_m", "samples", "confidence"], DefectTables.Tolerances(report)),
                new(Readiness, "数据就绪报告 Readiness", ["conclusion", "conclusion_chinese", "carried", "reason", "reason_chinese", "change", "change_chinese"], DefectTables.Readiness(report)),
            ],
        }.Write(path, cancel);
}
