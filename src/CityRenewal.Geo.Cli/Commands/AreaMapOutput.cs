using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Reports.Maps;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Writes a map of each area into a folder beside the plan: plan.gpkg has its maps in plan-areas.</summary>
internal static class AreaMapOutput
{
    /// <summary>How many areas get a map where nobody says: the largest ones.</summary>
    public const int Most = 50;

    /// <summary>The folder of a plan's maps.</summary>
    public static string FolderOf(string plan) =>
        Path.Combine(Path.GetDirectoryName(plan) ?? "", $"{Path.GetFileNameWithoutExtension(plan)}-areas");

    /// <summary>Draws the largest areas, writes them, takes away maps that an earlier plan left there, and says in a line what was written.</summary>
    public static string Write(
        string plan, int most, CityWork work, MeasuredPlan measured, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        progress.Report(new WorkProgress("Drawing the maps of the areas", 0));
        var folder = FolderOf(plan);
        var maps = new AreaMaps(work, measured);
        var areas = maps.Largest(most);
        RemoveOld(folder, [.. areas.Select(area => FileOf(measured, area))]);
        Parallel.ForEach(areas, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = work.Threads > 0 ? work.Threads : -1 }, area =>
            WholeFile.Write(Path.Combine(folder, FileOf(measured, area)), writer => writer.Write(maps.ToSvg(area))));
        var all = measured.Plan.Areas.Count;
        return areas.Count == all
            ? $"片区图 maps of all {all:N0} areas: {folder}"
            : $"片区图 maps of the {areas.Count:N0} largest of {all:N0} areas: {folder} (--area-maps N draws more)";
    }

    private static string FileOf(MeasuredPlan measured, int area) => $"{measured.Plan.Areas[area].Id}.svg";

    // A map of an area that is no longer proposed would mislead; anything else in the folder is somebody's own.
    private static void RemoveOld(string folder, HashSet<string> wanted)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "A*.svg").Where(file => IsAMap(Path.GetFileNameWithoutExtension(file))))
        {
            if (!wanted.Contains(Path.GetFileName(file)))
            {
                File.Delete(file);
            }
        }
    }

    private static bool IsAMap(string name) => name.Length >= 4 && name[0] == 'A' && name.Skip(1).All(char.IsAsciiDigit);
}
