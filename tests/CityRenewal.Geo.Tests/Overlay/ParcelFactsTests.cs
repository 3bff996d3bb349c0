using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Overlay;

public class ParcelFactsTests
{
    // Two parcels of 100 m², side by side; p0 west, p1 east.
    private static readonly PolygonColumns TwoParcels =
        TownPlans.Polygons(TownPlans.Rectangle(0, 0, 100_000, 100_000), TownPlans.Rectangle(100_000, 0, 100_000, 100_000));

    [Fact]
    public void A_building_across_two_parcels_gives_each_its_share_of_floor_area_and_people()
    {
        var facts = Facts(new TownBuilder().Parcels(TwoParcels).Buildings(
            TownPlans.Polygons(TownPlans.Rectangle(70_000, 20_000, 40_000, 50_000)),
            storeys: [4], floorAreas: [100], origins: [FloorAreaOrigin.Registered], households: [8]));

        Assert.Equal(75, facts.FloorArea[0].Value, 9);
        Assert.Equal(25, facts.FloorArea[1].Value, 9);
        Assert.Equal((73.5, 76.5), (facts.FloorArea[0].Low, facts.FloorArea[0].High));
        Assert.Equal(6, facts.Sums.Households[0], 9);
        Assert.Equal(0.15, facts.CoverageOf(0), 12);
        Assert.Equal([0], facts.BuildingShares.MainParcel.ToArray());
        Assert.Equal((1, 0), (facts.Sums.Buildings[0], facts.Sums.Buildings[1]));
    }

    [Fact]
    public void Floor_area_comes_from_storeys_where_none_is_given_and_stays_unknown_without_them()
    {
        var facts = Facts(new TownBuilder().Parcels(TwoParcels).Buildings(
            TownPlans.Polygons(
                TownPlans.Rectangle(10_000, 10_000, 40_000, 50_000),
                TownPlans.Rectangle(60_000, 10_000, 20_000, 50_000),
                TownPlans.Rectangle(110_000, 10_000, 20_000, 50_000)),
            storeys: [3, Unknown.Integer, 0]));

        Assert.Equal(new FloorArea(60, 51, 69), Rounded(facts.FloorArea[0]));
        Assert.Equal(1, facts.Sums.UnknownFloorAreas[0]);
        Assert.True(double.IsNaN(facts.Buildings.FloorArea[1].Value));
        Assert.Equal(new FloorArea(0, 0, 0), facts.FloorArea[1]);
        Assert.Equal(0, facts.Sums.UnknownFloorAreas[1]);
    }

    [Fact]
    public void Half_a_building_on_each_parcel_belongs_to_the_smaller_id()
    {
        var building = TownPlans.Polygons(TownPlans.Rectangle(80_000, 20_000, 40_000, 50_000));

        Assert.Equal(0, Facts(new TownBuilder().Parcels(TwoParcels).Buildings(building)).BuildingShares.MainParcel[0]);
        Assert.Equal(
            1, Facts(new TownBuilder().Parcels(TwoParcels, "P-2", "P-1").Buildings(building)).BuildingShares.MainParcel[0]);
    }

    [Fact]
    public void A_parcel_belongs_to_the_unit_that_holds_most_of_it()
    {
        var facts = Facts(new TownBuilder().Parcels(TwoParcels).Layer(
            LayerNames.PlanningUnits,
            TownPlans.Polygons(TownPlans.Rectangle(0, 0, 50_000, 90_000), TownPlans.Rectangle(50_000, 0, 50_000, 90_000))));

        Assert.Equal([0, -1], facts.Unit.ToArray());
        Assert.Equal(
            [new ZoneArea(0, 45), new ZoneArea(1, 45)], facts.Divisions[LayerNames.PlanningUnits].PartsOf(0).ToArray());
    }

    [Fact]
    public void A_layer_that_is_missing_has_no_column_and_an_empty_kind_is_zero()
    {
        var facts = Facts(new TownBuilder().Parcels(TwoParcels).Layer(
            LayerNames.HistoricZones, TownPlans.Polygons(TownPlans.Rectangle(0, 0, 20_000, 100_000)), "core"));

        Assert.Null(facts.Column("udb"));
        Assert.Null(facts.OutsideUdb);
        Assert.Equal(0, facts.Column("historic_control")!.AreaOf(0));
        Assert.Equal(0.2, facts.Column("historic_core")!.ShareOf(0), 12);
    }

    [Theory]
    [InlineData(0.9, false)]
    [InlineData(1.1, true)]
    public void A_building_is_in_a_core_zone_from_one_square_metre_on(double squareMetres, bool expected)
    {
        var facts = Facts(new TownBuilder()
            .Parcels(TwoParcels)
            .Buildings(TownPlans.Polygons(TownPlans.Rectangle(20_000, 20_000, 40_000, 50_000)))
            .Layer(
                LayerNames.HistoricZones,
                TownPlans.Polygons(TownPlans.Rectangle(0, 0, 20_000 + (int)(squareMetres * 2_000), 100_000)),
                "core"));

        Assert.Equal(expected, facts.Buildings.IsInCoreZone(0));
        Assert.Equal(squareMetres, facts.Buildings.CoreZoneArea(0), 6);
    }

    // A strip of 0.5 m of the second parcel sticks out to the east.
    [Fact]
    public void A_strip_narrower_than_the_tolerance_does_not_put_a_parcel_outside()
    {
        var facts = Facts(new TownBuilder().Parcels(TwoParcels).Layer(
            LayerNames.Udb, TownPlans.Polygons(TownPlans.Rectangle(0, -10_000, 195_000, 200_000)), "concentrated"));
        var outside = facts.OutsideUdb!;

        Assert.Equal(5, outside.AreaOf(1), 9);
        Assert.Equal(2 * 5 / 21.0, outside.WidthOf(1), 9);
        Assert.True(outside.IsInside(0, 0));
        Assert.True(outside.IsInside(1, 1));
        Assert.False(outside.IsInside(1, 0.4));
    }

    [Fact]
    public void Protected_items_hit_by_outline_by_point_and_by_name()
    {
        var town = new TownBuilder().Parcels(TwoParcels).Buildings(TownPlans.Polygons(
            TownPlans.Rectangle(10_000, 10_000, 40_000, 50_000),
            TownPlans.Rectangle(110_000, 10_000, 20_000, 50_000),
            TownPlans.Rectangle(150_000, 10_000, 20_000, 50_000)));
        town.Items = new ProtectedItems
        {
            Ids = TownBuilder.Ids("i", 3),
            Kinds = CodeColumn.Unknown(3),
            Names = TextColumn.Missing(3),
            BuildingIds = TextColumn.From(["", "", "b2"]),
            Shapes = new PolygonColumnsBuilder()
                .Ring([12_000, 48_000, 48_000, 12_000], [12_000, 12_000, 58_000, 58_000], isHole: false).EndFeature()
                .EndFeature().EndFeature().ToColumns(),
            PointsX = [30_000, 110_000, 5_000_000],
            PointsY = [35_000, 30_000, 5_000_000],
        };
        var facts = Facts(town);

        Assert.Equal([0], facts.Buildings.ProtectedItems.ItemsOf(0).ToArray());
        Assert.Equal([1], facts.Buildings.ProtectedItems.ItemsOf(1).ToArray());
        Assert.Equal([2], facts.Buildings.ProtectedItems.ItemsOf(2).ToArray());
        Assert.Equal((1, 1), (facts.ProtectedItems.CountOf(0), facts.ProtectedItems.CountOf(1)));
    }

    [Fact]
    public void The_table_names_its_columns_with_units_and_leaves_the_unknown_empty()
    {
        var town = new TownBuilder().Parcels(TwoParcels, "A \"old\", 1", "B").Layer(
            LayerNames.Udb, TownPlans.Polygons(TownPlans.Rectangle(0, 0, 150_000, 100_000)), "elastic");
        var csv = FactTable.Of(town.Build(), Facts(town)).ToCsv().SelectMany(piece => piece.ToArray()).ToArray();
        var lines = System.Text.Encoding.UTF8.GetString(csv).TrimEnd('\n').Split('\n');

        Assert.StartsWith(
            "parcel_id,area_m2,legal_area_m2,udb_area_m2,udb_share,udb_concentrated_area_m2,udb_concentrated_share,"
            + "udb_elastic_area_m2,udb_elastic_share,udb_special_area_m2,udb_special_share,ecological_red_line_area_m2,",
            lines[0], StringComparison.Ordinal);
        Assert.StartsWith("\"A \"\"old\"\", 1\",100,,100,1,0,0,100,1,0,0,,,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("B,100,,50,0.5,0,0,50,0.5,0,0,,,", lines[2], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(lines[0].Count(c => c == ','), line.Replace("\", 1", "").Count(c => c == ',')));
        Assert.Contains("historic_core_area_m2", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",households,people,people_unknown_buildings", lines[0], StringComparison.Ordinal);
    }

    private static ParcelFacts Facts(TownBuilder town) =>
        ParcelFacts.Of(town.Build(), new OverlayOptions { Threads = 2 });

    private static FloorArea Rounded(FloorArea area) =>
        new(Math.Round(area.Value, 9), Math.Round(area.Low, 9), Math.Round(area.High, 9));
}
