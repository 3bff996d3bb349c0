using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>Control lines 管控线: on slopes, fields, water, parks, heritage, works and where the ground may slide.</summary>
internal static class ControlLineSheet
{
    /// <summary>The layer.</summary>
    public static SourceLayer Of(Layout layout)
    {
        var sheet = new ZoneSheet(LayerNames.ControlLines);
        AddRegions(sheet, layout, "ecological_red_line", "生态保护红线", IsRedLine);
        AddRegions(sheet, layout, "permanent_basic_farmland", "永久基本农田", IsFarmland);
        foreach (var course in WaterCourse.All(layout))
        {
            var (blue, flood) = course.Kind == "river" ? (13, 34) : (7, 15);
            Add(sheet, "blue_line", course.Name + "蓝线", WaterSheet.Strip(layout, course, blue));
            Add(sheet, "flood", course.Name + "洪涝风险控制线", WaterSheet.Strip(layout, course, flood));
        }

        AddRegions(sheet, layout, "purple_line", "城市紫线", region => HistoricSheet.IsInnermost(region) && region.Faces > 0);
        AddBlocks(sheet, layout);
        return sheet.ToLayer();
    }

    private static bool IsRedLine(Region region) => region.Quarter == Quarter.Slope && region.Remoteness > 0.25;

    private static bool IsFarmland(Region region) => region.Quarter == Quarter.Farmland && UdbSheet.SubzoneOf(region) < 0;

    private static void AddRegions(ZoneSheet sheet, Layout layout, string kind, string name, Func<Region, bool> isIn)
    {
        var pen = new Pen(18, AlongFronts: true, layout.Stray(5, reach: 1.2, length: 40));
        int[] labels = [.. layout.Plan.Regions.Select(region => isIn(region) ? 0 : -1)];
        foreach (var outline in Outlines.Of(layout.Net, layout.Bend, labels, pen))
        {
            sheet.Add(new ZoneLabel(NextId(sheet), kind, name), [outline]);
        }
    }

    private static void AddBlocks(ZoneSheet sheet, Layout layout)
    {
        var pen = new Pen(40, AlongFronts: true, layout.Stray(6, reach: 0.6, length: 33));
        foreach (var region in layout.Plan.Regions.Where(region => region.Faces > 0))
        {
            var dice = Dice.For(layout.Seed, Topic.Line, region.Cell.I, region.Cell.J, region.Index);
            if (region.Quarter == Quarter.Park)
            {
                Add(sheet, "green_line", "城市绿线", BlockRing.Of(layout, region, pen));
            }
            else if (region.Quarter == Quarter.Industry && dice.Chance(0.1))
            {
                Add(sheet, "yellow_line", "城市黄线", BlockRing.Of(layout, region, pen));
            }
            else if (region.Quarter == Quarter.Slope && dice.Chance(0.3))
            {
                var middle = layout.Bend.ToMap(region.Block[dice.Between(0, region.Block.Count - 1)]);
                Add(sheet, "geological_hazard", "地质灾害易发区", Blob.Around(middle, dice.Between(25.0, 70.0), ref dice));
            }
        }
    }

    private static void Add(ZoneSheet sheet, string kind, string name, List<Spot> ring) =>
        sheet.Add(new ZoneLabel(NextId(sheet), kind, name), ring);

    private static string NextId(ZoneSheet sheet) => $"GKX{sheet.Count + 1:00000}";
}
