using System.Text.Json;
using CityRenewal.Geo.Stores.Tests.Formats;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>What a check names, on a city with planted defects and on sound ones.</summary>
public sealed class CheckRecallTests : IDisposable
{
    private static readonly string Dirty = Path.Combine(TestData.Folder, "dirty", "city.gpkg");
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-check").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_planted_defect_is_named_and_hardly_any_sound_feature()
    {
        var ending = Renewal.Run("check", Dirty, "--json");

        Assert.Equal(1, ending.Code);
        var recall = DefectRecall.Of(ending.Output, Path.Combine(TestData.Folder, "dirty", "ledger.csv"));
        Assert.Empty(recall.KindsBelow(0.99));
        Assert.True(recall.Accused.Count <= 0.001 * (3_015 + 6_364), string.Join('\n', recall.Accused));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Whatever_the_seed_plants_is_named_and_hardly_any_sound_feature(int seed)
    {
        string city = Path.Combine(_folder, "city.gpkg"), ledger = Path.Combine(_folder, "ledger.csv");
        Assert.Equal(0, Renewal.Run("sample", "--dirty", "--parcels", "2000", "--seed", $"{seed}", "-o", city, "--ledger", ledger).Code);

        var ending = Renewal.Run("check", city, "--json");

        Assert.Equal(1, ending.Code);
        var recall = DefectRecall.Of(ending.Output, ledger);
        Assert.Empty(recall.KindsBelow(0.99));
        Assert.True(recall.Accused.Count <= 0.001 * 5_000, string.Join('\n', recall.Accused));
    }

    [Fact]
    public void The_sample_has_no_errors_and_its_centimetres_are_told_once()
    {
        var defects = DefectsOf(Sample);

        Assert.DoesNotContain(defects, defect => defect.Severity == "error" && defect.Fid >= 0);
        Assert.Single(defects, defect => defect.Code == "digitising_noise");
        Assert.True(Neighbourly(defects) <= 3);
    }

    [Fact]
    public void The_city_as_delivered_is_nearly_silent_about_its_neighbours()
    {
        var city = Path.Combine(_folder, "city.gpkg");
        var ending = Renewal.Run(["import", .. TestData.AsDelivered(), "--map", TestData.Mapping("as-delivered.yaml"), "-o", city]);
        Assert.True(ending.Code is 0 or 1, ending.Error);

        Assert.True(Neighbourly(DefectsOf(city)) <= 9);
    }

    [RealDataFact("fr-cadastre-25354")]
    public void The_French_commune_is_nearly_silent_about_its_neighbours()
    {
        var city = Path.Combine(_folder, "city.gpkg");
        var commune = Path.Combine(TestData.RealFolder, "fr-cadastre-25354", "25354.gpkg");
        var ending = Renewal.Run("import", commune, "--map", TestData.Mapping("fr-cadastre-25354.yaml"), "-o", city);
        Assert.True(ending.Code is 0 or 1, ending.Error);

        Assert.True(Neighbourly(DefectsOf(city)) <= 6);
    }

    // Warnings of neighbours, which only a comparison of features can give.
    private static int Neighbourly(IEnumerable<(string Code, string Severity, string Layer, long Fid)> defects) =>
        defects.Count(defect => defect.Code is "overlap" or "gap" or "shifted_building" && defect.Severity != "note");

    private static List<(string Code, string Severity, string Layer, long Fid)> DefectsOf(string city)
    {
        var ending = Renewal.Run("check", city, "--json");
        Assert.True(ending.Code is 0 or 1, ending.Error);
        using var document = JsonDocument.Parse(ending.Output);
        return
        [
            .. document.RootElement.GetProperty("defects").EnumerateArray().Select(defect => (
                defect.GetProperty("code").GetString()!, defect.GetProperty("severity").GetString()!,
                defect.GetProperty("layer").GetString()!, defect.GetProperty("fid").GetInt64())),
        ];
    }
}
