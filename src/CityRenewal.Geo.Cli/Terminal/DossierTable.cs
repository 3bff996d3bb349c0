using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Stores.Dossiers;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>What came of verifying a dossier: the first difference in words, the next ones as a table.</summary>
internal static class DossierTable
{
    private const int MostRows = 12;
    private const int MostInJson = 500;

    /// <summary>Prints it.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="differences">What is not as it says, the first that counts first.</param>
    /// <param name="how">Whether everything was computed again, which changed bytes forbid, and whether one JSON document is wanted.</param>
    public static void Print(DossierContents dossier, IReadOnlyList<DossierDifference> differences, (bool IsComputed, bool AsJson) how)
    {
        if (how.AsJson)
        {
            JsonOut.Print(new
            {
                holds = differences.Count == 0,
                manifest_sha256 = dossier.ManifestHash,
                computed_again = how.IsComputed,
                difference_count = differences.Count,
                differences = differences.Take(MostInJson).Select(each => new { file = each.File, area = each.Area, rule = each.Rule, number = each.Number, was = each.Was, @is = each.Is }),
                disclaimer = MeasuredPlan.Disclaimer,
            });
            return;
        }

        Console.Out.WriteLine($"清单哈希 hash of the manifest: {dossier.ManifestHash}");
        if (differences.Count == 0)
        {
            Console.Out.WriteLine($"一致 holds: the bytes of {dossier.Hashes.Count} files are those that were written, and every number and finding comes out the same");
        }
        else
        {
            PrintDifferences(differences, how.IsComputed);
        }

        Console.Out.WriteLine(MeasuredPlan.Disclaimer);
    }

    private static void PrintDifferences(IReadOnlyList<DossierDifference> differences, bool isComputed)
    {
        var first = differences[0];
        Console.Out.WriteLine($"不一致 does not hold: {differences.Count:N0} {(differences.Count == 1 ? "difference" : "differences")}");
        Console.Out.WriteLine($"  第一处 first: {Place(first)}");
        Console.Out.WriteLine($"  原为 was: {Said(first.Was)}");
        Console.Out.WriteLine($"  现为 is:  {Said(first.Is)}");
        if (!isComputed)
        {
            Console.Out.WriteLine("  文件已被改动,未重新计算 the bytes were changed: nothing was computed again");
        }

        if (differences.Count == 1)
        {
            return;
        }

        var table = TextTable.Of("文件 file", "片区 area", "规则 rule", "项 number", "原为 was", "现为 is");
        foreach (var each in differences.Skip(1).Take(MostRows))
        {
            table.Row(each.File, each.Area, each.Rule, Short(each.Number), Short(each.Was), Short(each.Is));
        }

        TextTable.Print(table);
        if (differences.Count > MostRows + 1)
        {
            Console.Out.WriteLine($"  及另外 {differences.Count - MostRows - 1:N0} 处 and as many more: --json");
        }
    }

    private static string Place(DossierDifference difference) => string.Join(", ", new[]
    {
        $"文件 file {difference.File}",
        difference.Area.Length > 0 ? $"片区 area {difference.Area}" : "",
        difference.Rule.Length > 0 ? $"规则 rule {difference.Rule}" : "",
        difference.Number,
    }.Where(text => text.Length > 0));

    private static string Said(string value) => value.Length == 0 ? "无 nothing" : value;

    private static string Short(string value) => value.Length <= 44 ? value : value[..43] + "…";
}
