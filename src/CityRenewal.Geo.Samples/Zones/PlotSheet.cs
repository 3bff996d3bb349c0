using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>Plots of the detailed plan 详细规划地块: most blocks of the town, drawn by another office than the parcels.</summary>
internal static class PlotSheet
{
    /// <summary>The layer.</summary>
    public static SourceLayer Of(Layout layout)
    {
        var sheet = new ZoneSheet(LayerNames.DetailedPlots, "far_limit", "height_limit_m", "density_limit");
        var pen = new Pen(45, AlongFronts: true, layout.Stray(4, reach: 0.5, length: 27));
        var cell = 0;
        for (var r = 0; r < layout.Plan.Regions.Count; r++)
        {
            var region = layout.Plan.Regions[r];
            cell = r > 0 && layout.Plan.Regions[r - 1].Cell != region.Cell ? cell + 1 : cell;
            var dice = Dice.For(layout.Seed, Topic.Plot, region.Cell.I, region.Cell.J, region.Index);
            if (region.Faces > 0 && UdbSheet.SubzoneOf(region) == 0 && dice.Chance(0.86))
            {
                var number = $"{cell + 1:0000}-{region.Index + 1:00}";
                var label = new ZoneLabel("DK" + number, Planned(region.Quarter, ref dice), $"{(char)('A' + (cell % 26))}{number}地块");
                sheet.Add(label, BlockRing.Of(layout, region, pen), Limits(region.Quarter, ref dice));
            }
        }

        return sheet.ToLayer();
    }

    private static string Planned(Quarter quarter, ref Dice dice) => quarter switch
    {
        Quarter.OldTown => dice.Of<string>(["070102", "070102", "0901", "1401", "0804", "1403"]),
        Quarter.WalkUps or Quarter.Towers => dice.Of<string>(["070102", "070102", "070102", "070102", "0901"]),
        Quarter.Commerce => dice.Of<string>(["0901", "0901", "0902"]),
        Quarter.Industry => dice.Of<string>(["1001", "0902", "070102", "16"]),
        Quarter.Campus => dice.Of<string>(["0804", "0806", "0803"]),
        _ => "1401",
    };

    private static double[] Limits(Quarter quarter, ref Dice dice)
    {
        var (ratio, height, density) = quarter switch
        {
            Quarter.OldTown => (dice.Between(1.2, 2.4), dice.Between(12.0, 36.0), dice.Between(0.3, 0.45)),
            Quarter.WalkUps => (dice.Between(1.6, 2.5), dice.Between(24.0, 60.0), dice.Between(0.25, 0.35)),
            Quarter.Towers => (dice.Between(2.0, 3.5), dice.Between(60.0, 120.0), dice.Between(0.2, 0.3)),
            Quarter.Commerce => (dice.Between(3.0, 6.0), dice.Between(60.0, 180.0), dice.Between(0.4, 0.55)),
            Quarter.Industry => (dice.Between(1.0, 2.2), dice.Between(24.0, 50.0), dice.Between(0.35, 0.5)),
            Quarter.Campus => (dice.Between(0.8, 1.5), dice.Between(18.0, 36.0), dice.Between(0.2, 0.3)),
            _ => (dice.Between(0.05, 0.1), 9, dice.Between(0.02, 0.05)),
        };
        return
        [
            dice.Chance(0.06) ? double.NaN : Math.Round(ratio * 10) / 10,
            dice.Chance(0.1) ? double.NaN : Math.Round(height / 3) * 3,
            dice.Chance(0.12) ? double.NaN : Math.Round(density * 100) / 100,
        ];
    }
}
