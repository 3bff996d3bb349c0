using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>The measures of one area, one a line, with interval or the reason why there is no value.</summary>
internal static class MeasureTable
{
    public static void Print(string id, AreaMeasures measures)
    {
        var table = TextTable.Of(id, "指标", ">value", ">low", ">high", "why not");
        foreach (var (name, value) in measures.All)
        {
            var isExact = value.Low == value.High;
            table.Row(name.Wire, name.Chinese, value.Value, isExact ? "" : value.Low, isExact ? "" : value.High, value.WhyNot?.Text ?? "");
        }

        TextTable.Print(table);
    }
}
