using System.Globalization;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>A check for people: kinds and not lines, what to do first, tolerances, readiness, ledger.</summary>
internal static class CheckTable
{
    private const int FirstSteps = 5;

    public static void Print(CheckReport report, string? layer)
    {
        PrintGroups(DefectGroup.Of(report.Defects), layer);
        PrintTolerances(report.Tolerances);
        ReadinessList.Print(report.Readiness);
        LedgerTable.Print(report.Fabric);
    }

    private static void PrintGroups(IReadOnlyList<DefectGroup> groups, string? layer)
    {
        if (groups.Count == 0)
        {
            Console.Out.WriteLine("未发现数据问题 no defects found by the present checks");
            return;
        }

        var table = TextTable.Of("severity", "code", "layer", ">number", "what 问题", "first fid 首例");
        foreach (var group in groups.Where(group => group.First[0].Fid >= 0))
        {
            table.Row(
                group.Severity.ToString().ToLowerInvariant(), group.Code, group.Layer, group.Count, WordsOf(group.Code),
                string.Join(", ", group.First.Select(NumberOf)));
        }

        TextTable.Print(table);
        PrintLayers(groups);
        PrintFirstSteps(groups);
        Console.Out.WriteLine(layer is null
            ? "places: --json lists every defect, -o defects.gpkg writes them as a layer for QGIS 各处位置:--json 或 -o"
            : $"written: {layer}");
    }

    private static string NumberOf(Defect defect)
    {
        var fid = defect.Fid.ToString(CultureInfo.InvariantCulture);
        return defect.File.Length > 0 ? $"{fid} in {defect.File}" : fid;
    }

    private static string WordsOf(string code) => DefectKinds.Find(code) is { } kind ? $"{kind.Chinese} {kind.English}" : "";

    private static void PrintLayers(IReadOnlyList<DefectGroup> groups)
    {
        foreach (var defect in groups.SelectMany(group => group.First).Where(defect => defect.Fid < 0))
        {
            Console.Out.WriteLine($"· {defect.Severity.ToString().ToLowerInvariant()} {defect.Layer}: {DefectKinds.Find(defect.Code)?.Chinese} {defect.Message}");
        }
    }

    private static void PrintFirstSteps(IReadOnlyList<DefectGroup> groups)
    {
        var first = groups.Where(group => group.Severity >= Severity.Warning).Take(FirstSteps).ToList();
        Console.Out.WriteLine(first.Count == 0 ? "先做 first: nothing has to be done 无须处理" : "先做 what to do first:");
        for (var i = 0; i < first.Count; i++)
        {
            Console.Out.WriteLine($"  {i + 1}. {first[i].Code} ({first[i].Layer}, {first[i].Count:N0}): {first[i].First[0].Remedy} {DefectKinds.Find(first[i].Code)?.ChineseRemedy}");
        }
    }

    private static void PrintTolerances(LayerTolerances tolerances)
    {
        var table = TextTable.Of("图层容差 tolerance between", ">m", ">median m", ">places", ">following", "confidence 可信度");
        foreach (var pair in tolerances.Pairs)
        {
            table.Row(
                $"{pair.Layer} – {pair.Other}", pair.Metres, pair.MedianMetres, pair.Samples, pair.FollowingShare,
                pair.Confidence switch
                {
                    "high" => "high, within a third 高,误差三分之一以内",
                    "medium" => "medium, within a half 中,误差一半以内",
                    "low" => "low, may be twice as much 低,实际可能加倍",
                    _ => "not told by the data 数据无法判断",
                });
        }

        if (tolerances.Pairs.Count > 0)
        {
            TextTable.Print(table);
        }
    }
}
