using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>What stands for parcels where a tile holds too many: layers of blocks and of planning units, as layer "parcels".</summary>
internal static class ParcelGroups
{
    public const string Block = "block";

    public const string Unit = "planning_unit";

    /// <summary>Further attributes of features that stand for parcels.</summary>
    public static readonly IReadOnlyList<(string Name, string Type, string Meaning)> Fields =
    [
        ("parcels", "Number", "parcels that a block or planning unit stands for"),
        ("unit_id", "String", "id of the planning unit"),
        ("name", "String", "name of the planning unit"),
    ];

    public static TileLayer Blocks(CityWork work, MercatorGrid grid)
    {
        var blocks = ParcelBlocks.Of(work.Fabric(), work.City);
        return TileLayer.Of(
            LayerNames.Parcels, blocks.Shapes, blocks.Ids, [ShownAs(Block), Count(blocks.ParcelCounts)], grid, work.Threads);
    }

    public static TileLayer Units(CityWork work, MercatorGrid grid)
    {
        var units = work.City.Layer(LayerNames.PlanningUnits);
        var counts = UnitCounts.Of(units, work.City.Parcels, work.Threads);
        return TileLayer.Of(
            LayerNames.Parcels,
            units.Shapes,
            units.Ids,
            [
                ShownAs(Unit),
                Count(counts),
                TileField.Text("unit_id", Fields[1].Meaning, units.Ids),
                TileField.Text("name", Fields[2].Meaning, units.Names),
            ],
            grid,
            work.Threads);
    }

    private static TileField ShownAs(string word) => TileField.Word("shown_as", "", _ => word);

    private static TileField Count(int[] counts) => TileField.Whole("parcels", Fields[0].Meaning, row => counts[row]);
}
