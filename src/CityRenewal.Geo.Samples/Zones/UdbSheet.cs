using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>
/// The urban development boundary: the town without its hills (holes, 开天窗), an elastic fringe, and special-purpose areas
/// further out. Drawn along block fronts with a metre of difference, and here and there across parcels.
/// </summary>
internal static class UdbSheet
{
    private static readonly string[] Kinds = ["concentrated", "elastic", "special"];
    private static readonly string[] Names = ["城镇集中建设区", "城镇弹性发展区", "特别用途区"];

    /// <summary>Kind of a region's subzone as an index into the kinds, -1 outside.</summary>
    public static int SubzoneOf(Region region)
    {
        if (region.Remoteness > Townscape.EdgeOfTown)
        {
            var isSpecial = region.Quarter == Quarter.Village && region.Index % 3 > 0;
            return region.Remoteness < Townscape.EdgeOfTown + 0.03 ? 1 : isSpecial ? 2 : -1;
        }

        // Some parks are hills that the plan keeps out of the town.
        var isHill = region.Quarter == Quarter.Slope || (region.Quarter == Quarter.Park && region.Index % 3 == 0);
        return isHill ? -1 : 0;
    }

    /// <summary>The layer.</summary>
    public static SourceLayer Of(Layout layout)
    {
        // Where the stray is stated, nothing crosses parcels but what strays.
        var stray = layout.Stray(1, reach: 1.1, length: 34);
        Digitising[] strays = layout.Plan.Options.StrayM is null ? [stray, new Digitising(layout.Seed, 2, reach: 13, length: 420)] : [stray];
        var pen = new Pen(layout.Plan.Options.UdbVertexSpacingM, AlongFronts: true, strays);
        var labels = layout.Plan.Regions.Select(SubzoneOf).ToArray();
        var sheet = new ZoneSheet(LayerNames.Udb);
        foreach (var outline in Outlines.Of(layout.Net, layout.Bend, labels, pen))
        {
            var label = new ZoneLabel($"CZKFBJ{sheet.Count + 1:0000}", Kinds[outline.Label], Names[outline.Label]);
            sheet.Add(label, [outline]);
        }

        return sheet.ToLayer();
    }
}
