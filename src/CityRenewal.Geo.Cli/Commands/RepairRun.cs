using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal check --repair`: writes the city with its repairs and its register; the layers as they were stay in its history.</summary>
internal static class RepairRun
{
    public static int Run(
        CheckedCity opened, (string[] Kinds, string? Output, bool Json) asked, string? source, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var kinds = KindsOf(asked.Kinds);
        var path = asked.Output ?? throw new InputException(
            "--repair: repairs need a file to be written to: the original is never changed. Name one with -o, for example -o repaired.gpkg.");
        var report = CityCheck.Of(opened.Work, opened.Layers, opened.Defects, progress, cancel);
        var repaired = opened.Layers.Select(layer => LayerRepair.Of(layer, kinds, report.Defects)).ToList();
        var repairs = repaired.SelectMany(layer => layer.Repairs).ToList();
        RepairedCity.Write(path, opened.Work.City, opened.Layers, [.. repaired.Where(layer => layer.Repairs.Count > 0)], source, progress, cancel);
        RepairTable.Print(repairs, path, asked.Json);
        return ExitCode.Done;
    }

    private static HashSet<string> KindsOf(string[] given)
    {
        var kinds = given.SelectMany(kind => kind.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var unknown = kinds.Where(kind => !Repair.Kinds.Contains(kind)).ToList();
        if (unknown.Count > 0)
        {
            throw new InputException(
                $"--repair: these cannot be repaired: {string.Join(", ", unknown)}. Kinds that can: {string.Join(", ", Repair.Kinds)}.");
        }

        return [.. kinds.Count == 0 ? Repair.Kinds : kinds];
    }
}
