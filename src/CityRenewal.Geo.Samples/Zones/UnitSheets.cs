using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Blocks;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>Planning units, administrative units, subzones and the study area: partitions along the middle of streets.</summary>
internal static class UnitSheets
{
    private static readonly Pen MiddleOfStreets = new(45, AlongFronts: false);

    /// <summary>Planning units 规划单元, named after their street as the standard planning zones 标准分区 of a group are.</summary>
    public static SourceLayer PlanningUnits(Layout layout)
    {
        var sheet = new ZoneSheet(LayerNames.PlanningUnits);
        var (labels, firsts) = layout.Group(region => Divisions.UnitOf(region.Cell));
        var (streets, _) = layout.Group(region => Divisions.StreetOf(region.Cell));
        var firstIndex = Enumerable.Range(0, firsts.Count).Select(unit => Array.IndexOf(labels, unit)).ToArray();
        var letters = new Dictionary<int, int>();
        var outlines = layout.Outlines(labels, MiddleOfStreets);
        for (var unit = 0; unit < firsts.Count; unit++)
        {
            var street = streets[firstIndex[unit]];
            var letter = letters[street] = letters.GetValueOrDefault(street) + 1;
            var name = $"{PlaceNames.Of(street)}组团{(char)('A' + ((letter - 1) % 26))}标准分区";
            sheet.Add(new ZoneLabel(SampleIds.Unit(unit + 1), "planning_unit", name), outlines[unit]);
        }

        return sheet.ToLayer();
    }

    /// <summary>区县, 街道 and 社区, each with its parent; ids are built as administrative codes are.</summary>
    public static SourceLayer AdministrativeUnits(Layout layout)
    {
        var sheet = new ZoneSheet(LayerNames.AdministrativeUnits);
        var districts = AddLevel(
            sheet, layout, new("district", Divisions.DistrictOf, PlaceNames.District, 2), _ => ("5009", ""));
        var streets = AddLevel(
            sheet,
            layout,
            new("street", Divisions.StreetOf, n => PlaceNames.Of(n) + "街道", 3),
            region => Twice(districts[Divisions.DistrictOf(region.Cell)]));
        AddLevel(
            sheet,
            layout,
            new("community", cell => (cell.J, cell.I), n => PlaceNames.Of((5 * n) + 11) + "社区", 3),
            region => Twice(streets[Divisions.StreetOf(region.Cell)]));
        return sheet.ToLayer();
    }

    /// <summary>Divisions that only divide the town: its core, and the rest north and south of the river.</summary>
    public static SourceLayer Subzones(Layout layout)
    {
        var sheet = new ZoneSheet(LayerNames.Subzones);
        var (labels, firsts) = layout.Group(GroupOf);
        var outlines = layout.Outlines(labels, MiddleOfStreets);
        for (var n = 0; n < firsts.Count; n++)
        {
            sheet.Add(new ZoneLabel($"Z{n + 1}", "group", GroupOf(firsts[n])), outlines[n]);
        }

        return sheet.ToLayer();
    }

    /// <summary>The study area: all of it.</summary>
    public static SourceLayer StudyArea(Layout layout)
    {
        var sheet = new ZoneSheet(LayerNames.StudyArea);
        var outlines = layout.Outlines(new int[layout.Plan.Regions.Count], MiddleOfStreets);
        sheet.Add(new ZoneLabel("S1", "study_area", "研究范围"), outlines[0]);
        return sheet.ToLayer();
    }

    private static string GroupOf(Region region) =>
        region.Remoteness < 0.45 ? "核心组团" : region.Cell.J >= 0 ? "江北组团" : "江南组团";

    private static (string Prefix, string Parent) Twice(string id) => (id, id);

    private static Dictionary<(int Row, int Column), string> AddLevel(
        ZoneSheet sheet, Layout layout, AdministrativeLevel level, Func<Region, (string Prefix, string Parent)> above)
    {
        var (labels, firsts) = layout.Group(region => level.KeyOf(region.Cell));
        var outlines = layout.Outlines(labels, MiddleOfStreets);
        var ids = new Dictionary<(int Row, int Column), string>();
        var children = new Dictionary<string, int>();
        for (var n = 0; n < firsts.Count; n++)
        {
            var (prefix, parent) = above(firsts[n]);
            var child = children[prefix] = children.GetValueOrDefault(prefix) + 1;
            var id = ids[level.KeyOf(firsts[n].Cell)] = prefix + child.ToString("D" + level.Digits, CultureInfo.InvariantCulture);
            sheet.Add(new ZoneLabel(id, level.Kind, level.NameOf(n), parent), outlines[n]);
        }

        return ids;
    }
}
