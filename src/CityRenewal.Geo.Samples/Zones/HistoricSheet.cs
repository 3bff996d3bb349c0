using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>
/// Historic districts around some old quarters: core zones, and around them a control zone with the cores as its holes. Other
/// old quarters are traditional-style areas without a core.
/// </summary>
internal static class HistoricSheet
{
    private const double CoreReach = 0.66;
    private const double ControlReach = 1.2;

    /// <summary>Whether a region lies in the part of a historic district that may be a core zone.</summary>
    public static bool IsInnermost(Region region) => region.IsHistoric && region.OldTownDistance < CoreReach;

    /// <summary>The layer.</summary>
    public static SourceLayer Of(Layout layout)
    {
        var sheet = new ZoneSheet(LayerNames.HistoricZones, "max_height_m");
        var (districts, firsts) = layout.Group(region => region.Cell);
        var reach = Masked(layout, districts, region => region.IsHistoric && region.OldTownDistance < ControlReach);
        var cores = Cores(layout, Masked(layout, reach, IsInnermost), reach);
        var whole = layout.Outlines(reach, PenOf(layout));
        var inner = layout.Outlines(cores, PenOf(layout));
        for (var district = 0; district < firsts.Count; district++)
        {
            var parts = whole[district].ToList();
            var enclosed = inner[district].Where(core => core.Holes.Count == 0 && parts.Exists(part => part.Encloses(core))).ToList();
            if (enclosed.Count > 0)
            {
                AddDistrict(sheet, layout.Seed, district, parts, enclosed);
            }
        }

        AddTraditional(sheet, layout, districts);
        return sheet.ToLayer();
    }

    private static Pen PenOf(Layout layout) =>
        new(25, AlongFronts: true, layout.Stray(3, reach: 0.9, length: 31));

    private static int[] Masked(Layout layout, int[] labels, Func<Region, bool> keeps) =>
        [.. labels.Select((label, r) => keeps(layout.Plan.Regions[r]) ? label : -1)];

    // Without the regions that meet anything outside the district, be it at a corner: a control zone surrounds every core.
    private static int[] Cores(Layout layout, int[] labels, int[] reach)
    {
        var isOuter = new HashSet<int>();
        for (var edge = 0; edge < layout.Net.Count; edge++)
        {
            var twin = layout.Net.Twin[edge];
            if (twin < 0 || reach[layout.Net.RegionOf[edge]] != reach[layout.Net.RegionOf[twin]])
            {
                isOuter.Add(layout.Net.Origin(edge));
                isOuter.Add(layout.Net.Origin(layout.Net.Next(edge)));
            }
        }

        var cores = labels.ToArray();
        for (var edge = 0; edge < layout.Net.Count; edge++)
        {
            if (isOuter.Contains(layout.Net.Origin(edge)))
            {
                cores[layout.Net.RegionOf[edge]] = -1;
            }
        }

        return cores;
    }

    private static void AddDistrict(ZoneSheet sheet, int seed, int district, List<Outline> whole, List<Outline> cores)
    {
        var dice = Dice.For(seed, Topic.Historic, district);
        var id = $"LSJQ{district + 1:0000}";
        var name = PlaceNames.Of((11 * district) + 3) + "历史文化街区";
        var number = 0;
        foreach (var core in cores)
        {
            var height = dice.Chance(0.3) ? double.NaN : dice.Between(2, 4) * 3;
            sheet.Add(new ZoneLabel($"{id}-H{++number}", "core", name + "核心保护范围", id), [core], height);
        }

        foreach (var part in whole)
        {
            foreach (var core in cores.Where(part.Encloses))
            {
                part.Holes.Add([.. core.Shell.AsEnumerable().Reverse()]);
            }
        }

        var limit = dice.Chance(0.15) ? double.NaN : dice.Between(4, 8) * 3;
        sheet.Add(new ZoneLabel($"{id}-K", "control", name + "建设控制地带", id), whole, limit);
    }

    private static void AddTraditional(ZoneSheet sheet, Layout layout, int[] cells)
    {
        var labels = Masked(layout, cells, region =>
            !region.IsHistoric && region.Quarter == Quarter.OldTown && (region.Cell.I + (2 * region.Cell.J)) % 3 == 0);
        foreach (var outline in Outlines.Of(layout.Net, layout.Bend, labels, PenOf(layout)))
        {
            var number = sheet.Count + 1;
            var name = PlaceNames.Of((7 * number) + 5) + "传统风貌区";
            sheet.Add(new ZoneLabel($"CTFM{number:00000}", "traditional_style", name), [outline], double.NaN);
        }
    }
}
