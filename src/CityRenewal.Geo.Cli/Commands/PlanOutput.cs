using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Reports.Maps;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Writes a plan as a GeoPackage that QGIS opens styled, and as maps: one of all areas, and one of each.</summary>
internal static class PlanOutput
{
    public static void Write(
        string path, string mapPath, CityWork work, MeasuredPlan measured, IProgress<WorkProgress> progress, CancellationToken cancel,
        (IReadOnlyList<AppliedEdit> Edits, PlanReasons? Reasons, IReadOnlyList<(Opinion Opinion, string Hash)> Opinions)? edited = null)
    {
        progress.Report(new WorkProgress("Writing the plan", 0));
        var content = PlanContent.Of(measured) with
        {
            Edits = edited?.Edits ?? [], Opinions = edited?.Opinions ?? [],
            Reasons = edited is { } known ? known.Reasons : work.Explain(measured.Judged, progress, cancel),
        };
        PlanFile.Write(path, work.City, content, cancel);
        progress.Report(new WorkProgress("Drawing the map", 0));
        var title = $"更新片区建议 Proposed renewal areas · {work.City.Name}";
        WholeFile.Write(mapPath, writer => writer.Write(CityMap.ToSvg(work.City, measured.Plan, title)));
    }
}
