using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.Formats;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

/// <summary>Who may see a layer is declared, kept in the city file, and goes on to what is made of it.</summary>
public sealed class ClassificationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public ClassificationTests() => _path = _folder["city.gpkg"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("public", Classification.Public)]
    [InlineData("公开", Classification.Public)]
    [InlineData("内部", Classification.Internal)]
    [InlineData("内部资料", Classification.Internal)]
    [InlineData("秘密", Classification.Confidential)]
    [InlineData("SECRET", Classification.Secret)]
    [InlineData("机密", Classification.Secret)]
    [InlineData("restricted", null)]
    public void Words_in_both_languages_are_understood(string word, Classification? level) => Assert.Equal(level, ClassificationWords.Find(word));

    [Fact]
    public void The_city_has_the_highest_of_its_layers_also_from_the_cache()
    {
        CityFile.Write(_path, [With(SmallTown.Parcels(5), Classification.Public), With(SmallTown.Barriers(), Classification.Secret)]);

        Assert.Equal(Classification.Secret, CityFile.Open(_path).City.Classification);
        Assert.Equal(Classification.Secret, CityFile.Open(_path).City.Classification);
        Assert.Equal([Classification.Public, Classification.Secret], CityFile.ReadLayers(_path).Select(layer => layer.Classification));
    }

    [Fact]
    public void A_city_is_public_only_where_every_layer_was_declared_so()
    {
        CityFile.Write(_path, [With(SmallTown.Parcels(5), Classification.Public), SmallTown.Barriers()]);

        Assert.Equal(Classification.Internal, CityFile.Open(_path).City.Classification);
    }

    [Fact]
    public void A_newer_version_of_a_layer_does_not_lower_what_was_declared()
    {
        CityFile.Write(_path, [With(SmallTown.Parcels(5), Classification.Confidential)]);
        CityFile.Update(_path, [SmallTown.Parcels(6)]);

        Assert.Equal(Classification.Confidential, CityFile.ReadLayers(_path)[0].Classification);
    }

    [Fact]
    public void The_mapping_says_it_for_all_layers_or_for_one_and_goes_before_the_option()
    {
        var files = new[] { "a", "b" }.Select(name => DeliveredSketch.Write(_folder[name + ".geojson"], [("id", name)])).ToArray();
        File.WriteAllText(_folder["map.yaml"], """
            classification: 秘密
            layers:
            - layer: water
              file: a.geojson
              id: id
            - layer: study_area
              file: b.geojson
              id: id
              classification: public
            """);

        var city = LayerImport.Read(new ImportRequest(files, _folder["map.yaml"]) { Classification = Classification.Secret });

        Assert.Equal([Classification.Confidential, Classification.Public], city.Layers.Select(layer => layer.Classification));
        Assert.Equal([Classification.Confidential, Classification.Public], city.Report.Sources.Select(source => source.Classification));
    }

    [Fact]
    public void A_word_in_the_file_that_nobody_knows_opens_nothing()
    {
        CityFile.Write(_path, [With(SmallTown.Parcels(5), Classification.Secret)]);
        TemporaryFolder.Sql(_path, "UPDATE city_settings SET value = 'open' WHERE name = 'classification_parcels'");

        Assert.Contains("'open' is no classification", Assert.Throws<StoreException>(() => CityFile.Open(_path)).Problem, StringComparison.Ordinal);
    }

    private static SourceLayer With(SourceLayer layer, Classification level) => new()
    {
        Name = layer.Name,
        Epsg = layer.Epsg,
        Shapes = layer.Shapes,
        Columns = layer.Columns,
        Fids = layer.Fids,
        Origin = layer.Origin,
        Classification = level,
    };
}
