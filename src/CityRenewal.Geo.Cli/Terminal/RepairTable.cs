using CityRenewal.Geo.Defects;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>What was repaired, and what that moved.</summary>
internal static class RepairTable
{
    private const int Shown = 40;

    public static void Print(IReadOnlyList<Repair> repairs, string path, bool json)
    {
        if (json)
        {
            JsonOut.Print(new
            {
                city = path,
                repairs = repairs.Select(repair => new
                {
                    code = repair.Code,
                    layer = repair.Layer,
                    id = repair.Id,
                    fid = repair.Fid,
                    x = repair.X,
                    y = repair.Y,
                    moved_m = repair.MovedM,
                    changed_m2 = double.IsNaN(repair.ChangedM2) ? (double?)null : repair.ChangedM2,
                    message = repair.Message,
                }),
            });
            return;
        }

        var table = TextTable.Of("修复 code", "layer", "id", ">fid", ">moved m", ">changed m²", "what");
        foreach (var repair in repairs.Take(Shown))
        {
            table.Row(repair.Code, repair.Layer, repair.Id, repair.Fid, repair.MovedM, repair.ChangedM2, repair.Message);
        }

        TextTable.Print(table);
        Console.Out.WriteLine(repairs.Count > Shown ? $"… and {repairs.Count - Shown:N0} more in the table repairs of the file" : "");
        Console.Out.WriteLine($"{repairs.Count:N0} repairs 处修复; the layers as delivered are version 1 in the history 原始图层保留在历史版本中");
        Console.Out.WriteLine($"written: {path}");
    }
}
