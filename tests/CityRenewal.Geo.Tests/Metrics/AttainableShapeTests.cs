using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Tests.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Metrics;

/// <summary>What the land around an area lets its outline be. Lattice cells are 20 m wide, '.' is street.</summary>
public sealed class AttainableShapeTests
{
    private static readonly string[] Block =
    [
        "MNOP",
        "IJKL",
        "EFGH",
        "ABCD",
    ];

    [Fact]
    public void A_row_of_parcels_could_have_been_a_square() =>
        Assert.Equal(Math.PI / 4, Attainable(new LatticeCity(Block), "ABCD").Value!.Value, precision: 9);

    [Fact]
    public void A_square_of_parcels_is_as_compact_as_its_land_allows() =>
        Assert.Equal(Math.PI / 4, Attainable(new LatticeCity(Block), "FGJK").Value!.Value, precision: 9);

    [Fact]
    public void A_better_group_may_exist_than_the_one_found()
    {
        var found = Attainable(new LatticeCity(Block), "ABCD");

        Assert.Equal(found.Value, found.Low);
        Assert.Null(found.High);
    }

    [Fact]
    public void Streets_between_members_belong_to_the_group() =>
        // Two by two with a street between: 40 by 60 metres, and no group of four does better.
        Assert.Equal(4 * Math.PI * 2400 / (200 * 200), Attainable(new LatticeCity("CD", "..", "AB"), "ABCD").Value!.Value, precision: 9);

    [Fact]
    public void A_group_does_not_reach_across_a_railway()
    {
        // The railway runs between the rows, so the lower one can only be itself.
        var city = new LatticeCity("EFGH", "ABCD").WithRailway(-10, 20, 90, 20);

        Assert.Equal(4 * Math.PI * 1600 / (200 * 200), Attainable(city, "ABCD").Value!.Value, precision: 9);
    }

    [Fact]
    public void Without_surroundings_it_is_unknown()
    {
        var measured = AttainablePolsbyPopper.Of(Stock(new LatticeCity(Block), [0, 1]).Stock, null);

        Assert.Equal(MeasuredState.Unknown, measured.State);
        Assert.Equal("no_surroundings", measured.WhyNot!.Code);
    }

    [Fact]
    public void No_group_of_the_land_beats_the_exact_best_and_none_found_is_worse_than_the_area_itself()
    {
        var cells = Gen.OneOf(Gen.Const('A'), Gen.Const('.')).Array[9];
        cells.Where(drawn => drawn.Count(cell => cell == 'A') >= 3).Sample(
            drawn =>
            {
                var city = new LatticeCity(Lettered(drawn));
                var groups = ConnectedGroups(city);
                var own = groups[groups.Count / 2];
                var found = Attainable(city, own.Parcels).Value!.Value;
                var best = groups.Where(group => Math.Abs(group.Net - own.Net) <= 0.1 * own.Net + 1e-6).Max(group => group.PolsbyPopper);
                return found <= best + 1e-9 && found >= own.PolsbyPopper - 1e-9;
            },
            iter: 300);
    }

    private static string[] Lettered(char[] drawn)
    {
        var letter = 'A';
        var all = new string([.. drawn.Select(cell => cell == 'A' ? letter++ : cell)]);
        return [all[..3], all[3..6], all[6..]];
    }

    // Every group of parcels that is one piece with its streets, measured by its outline.
    private static List<(int[] Parcels, double Net, double PolsbyPopper)> ConnectedGroups(LatticeCity city)
    {
        var groups = new List<(int[], double, double)>();
        for (var bits = 1; bits < 1 << city.Land.ParcelCount; bits++)
        {
            int[] parcels = [.. Enumerable.Range(0, city.Land.ParcelCount).Where(parcel => (bits & (1 << parcel)) != 0)];
            var (stock, around) = Stock(city, parcels);
            using var group = new FabricGroup(around, parcels);
            if (group.IsOnePiece())
            {
                groups.Add((parcels, stock.NetArea, PolsbyPopper.Of(stock.Outline).Value!.Value));
            }
        }

        return groups;
    }

    private static Measured Attainable(LatticeCity city, string letters) =>
        Attainable(city, [.. letters.Select(LatticeLand.ParcelOf)]);

    private static Measured Attainable(LatticeCity city, int[] parcels)
    {
        var (stock, around) = Stock(city, parcels);
        return AttainablePolsbyPopper.Of(stock, around);
    }

    private static (AreaStock Stock, Surroundings Around) Stock(LatticeCity drawn, int[] parcels)
    {
        var city = drawn.ToCity();
        var fabric = drawn.Land.Fabric;
        var graph = drawn.Graph(city);
        var around = Surroundings.Of(city, fabric, graph, LatticeLand.Cell);
        var outline = Outlines.Of(fabric, [FacesOf(fabric, [.. parcels])]);
        return (AreaStock.Of(city, ParcelFacts.Of(city, new OverlayOptions()), new AreaLand(parcels, outline)), around);
    }

    private static List<int> FacesOf(LandFabric fabric, HashSet<int> parcels) =>
    [
        .. Enumerable.Range(1, fabric.FaceCount - 1).Where(face => parcels.Contains(fabric.FaceParcel[face]) || (
            fabric.SideStart[face + 1] - fabric.SideStart[face] >= (fabric.FaceKinds[face] == FaceKind.Void ? 1 : 2)
            && fabric.SideParcels[fabric.SideStart[face]..fabric.SideStart[face + 1]].ToArray().All(parcels.Contains)
            && fabric.StripWidthM[face] <= LatticeLand.Cell)),
    ];
}
