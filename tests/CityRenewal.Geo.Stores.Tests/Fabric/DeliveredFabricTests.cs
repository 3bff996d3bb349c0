using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.Formats;
using CityRenewal.Geo.Tests.Fabric;

namespace CityRenewal.Geo.Stores.Tests.Fabric;

/// <summary>The land fabric of delivered, dirty and real cities.</summary>
public class DeliveredFabricTests
{
    private static readonly Lazy<(City City, LandFabric Fabric)> Dirty =
        new(() => Joined(new ImportRequest([Path.Combine(TestData.Folder, "dirty", "city.gpkg")])));

    [Fact]
    public void A_dirty_city_balances_to_zero_all_the_same() => Check(Dirty.Value);

    [Fact]
    public void Every_planted_overlap_is_an_overlap_face_of_its_parcel()
    {
        var (city, fabric) = Dirty.Value;
        var missing = Planted("overlap").Where(id =>
        {
            var row = RowOf(city, id);
            return !fabric.ParcelFaces[fabric.ParcelFaceStart[row]..fabric.ParcelFaceStart[row + 1]].ToArray()
                .Any(face => fabric.FaceKinds[face] == FaceKind.Overlap);
        });

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_planted_millimetre_offset_is_snapped_away_and_accounted_for()
    {
        var (city, fabric) = Dirty.Value;

        Assert.All(Planted("offset_mm"), id => Assert.True(fabric.GainedM2[RowOf(city, id)] + fabric.LostM2[RowOf(city, id)] > 0, id));
    }

    [Fact]
    public void A_city_as_delivered_balances_to_zero() =>
        Check(Joined(new ImportRequest(TestData.AsDelivered(), TestData.Mapping("as-delivered.yaml"))));

    [RealDataFact("fr-cadastre-25354")]
    public void A_French_commune_balances_to_zero() => Check(Joined(new ImportRequest(
        [Path.Combine(TestData.RealFolder, "fr-cadastre-25354/25354.gpkg")], TestData.Mapping("fr-cadastre-25354.yaml"))));

    [RealDataFact("bubenec")]
    public void A_quarter_of_Prague_balances_to_zero() => Check(Joined(new ImportRequest(
        [Path.Combine(TestData.RealFolder, "bubenec/bubenec.gpkg")], TestData.Mapping("bubenec.yaml"))));

    private static (City City, LandFabric Fabric) Joined(ImportRequest request)
    {
        var city = CityAssembly.From(LayerImport.Read(request).Layers, new AssemblyOptions()).City;
        return (city, LandFabric.Of(city, FabricOptions.Default));
    }

    private static void Check((City City, LandFabric Fabric) joined)
    {
        FabricInvariants.Check(joined.Fabric, joined.City);
        Assert.InRange(joined.Fabric.Ledger.PlaneError, -1e-6, 1e-6);
    }

    private static int RowOf(City city, string id) =>
        Enumerable.Range(0, city.Parcels.Count).First(row => city.Parcels.Ids[row] == id);

    private static string[] Planted(string kind) =>
    [
        .. File.ReadLines(Path.Combine(TestData.Folder, "dirty", "ledger.csv")).Skip(1).Select(line => line.Split(','))
            .Where(cells => cells[0] == LayerNames.Parcels && cells[3] == kind).Select(cells => cells[2]),
    ];
}
