using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>What every store does with cities and their layers.</summary>
public abstract class CityContract : IDisposable
{
    private readonly IOfficeHome _home;
    private readonly IOfficeStore _office;

    protected CityContract(IOfficeHome home) => (_home, _office) = (home, home.Open());

    public void Dispose()
    {
        _office.Dispose();
        _home.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_city_that_was_founded_is_there_with_its_settings_and_versions()
    {
        var city = _office.Found("town", SmallTown.Layers(), OfficeTown.Settings);

        Assert.Equal(["town"], _office.Cities);
        Assert.Equal("town", _office.Find("town")!.Id);
        var settings = _office.Find("town")!.ReadSettings();
        Assert.Equal(("小城", 2020), (settings.Name, settings.BaselineYear));
        Assert.NotNull(settings.Plane);
        Assert.Equal(["barriers 1", "buildings 60", "parcels 40", "protected_items 2", "udb 1"], city.ReadVersions().Select(version => $"{version.Layer} {version.Features}"));
        Assert.All(city.ReadVersions(), version => Assert.Equal(1, version.Version));
        Assert.Null(_office.Find("other"));
    }

    [Fact]
    public void It_opens_as_the_same_city_that_its_layers_make_without_a_store()
    {
        var city = OfficeTown.Found(_office, parcels: 12_000);

        var expected = CityAssembly.From(SmallTown.Layers(12_000), OfficeTown.Settings);
        var opened = city.Open();

        Assert.Equal(expected.City.DataVersion, opened.City.DataVersion);
        Assert.Equal(expected.Defects, opened.Defects);
    }

    [Fact]
    public void Every_sheet_that_is_read_holds_what_was_brought_to_the_bit()
    {
        var layers = SmallTown.Layers(40_000);
        var city = _office.Found("town", layers, OfficeTown.Settings);

        foreach (var layer in layers)
        {
            var sheets = city.Read(layer.Name).ToList();
            Assert.All(sheets, sheet => Assert.Equal((layer.Epsg, "small town"), (sheet.Epsg, sheet.Origin)));
            Assert.Equal(Lines(layer), sheets.Select(Delivered).SelectMany(Lines).Order(StringComparer.Ordinal));
        }

        Assert.True(city.Read(LayerNames.Buildings).Count() > 1);
        Assert.Empty(city.Read(LayerNames.Water));
    }

    [Fact]
    public void All_layers_are_read_whole_in_the_order_of_every_table()
    {
        var layers = SmallTown.Layers(100);
        var city = _office.Found("town", layers, OfficeTown.Settings);

        var read = city.ReadLayers();

        Assert.Equal(LayerNames.All.Where(name => layers.Any(layer => layer.Name == name)), read.Select(layer => layer.Name));
        Assert.All(read, layer => Assert.Equal(LayerText.Of(layers.Single(brought => brought.Name == layer.Name)), LayerText.Of(Delivered(layer))));
    }

    [Fact]
    public void A_second_city_of_the_same_id_is_refused_and_the_first_stays()
    {
        var version = OfficeTown.Found(_office).ReadLayersVersion();

        var refusal = Assert.Throws<OfficeConflictException>(() => _office.Found("town", SmallTown.Layers(80), OfficeTown.Settings));

        Assert.Equal(OfficeConflict.Exists, refusal.Kind);
        Assert.Equal(version, _office.Find("town")!.ReadLayersVersion());
    }

    [Fact]
    public void What_cannot_be_one_city_leaves_nothing_and_its_id_stays_free()
    {
        var local = SmallTown.Layer(LayerNames.Udb, 0, new RingList().Square(0, 0, 100).EndFeature().ToShapes(ShapeKind.Polygon), [new TextSource("zone_id", SmallTown.Texts(1, _ => "1"))]);
        var unknown = SmallTown.Layer("roads", 4490, SmallTown.Barriers().Shapes, SmallTown.Barriers().Columns);

        Assert.Throws<UnusableLayersException>(() => _office.Found("town", [SmallTown.Parcels(10), local], OfficeTown.Settings));
        Assert.Throws<UnusableLayersException>(() => _office.Found("town", [SmallTown.Parcels(10), unknown], OfficeTown.Settings));

        Assert.Empty(_office.Cities);
        OfficeTown.Found(_office);
    }

    [Fact]
    public void Work_that_was_called_off_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => _office.Found("town", SmallTown.Layers(), OfficeTown.Settings, cancel: stop.Token));
        Assert.Empty(_office.Cities);
        var city = OfficeTown.Found(_office);
        Assert.ThrowsAny<OperationCanceledException>(() => city.Update([SmallTown.Parcels(12)], null, cancel: stop.Token));
        Assert.Equal(5, city.ReadVersions().Count);
    }

    [Fact]
    public void A_removed_city_is_gone_with_its_plans_and_its_id_is_free()
    {
        var city = OfficeTown.Found(_office);
        OfficeTown.AddPlan(city, OfficeTown.Plan(city, "p1"), 0);

        Assert.Equal(OfficeConflict.Changed, Assert.Throws<OfficeConflictException>(() => _office.Delete("town", "another")).Kind);
        _office.Delete("town", city.ReadLayersVersion());

        Assert.Null(_office.Find("town"));
        Assert.Equal(OfficeConflict.Missing, Assert.Throws<OfficeConflictException>(() => _office.Delete("town", null)).Kind);
        Assert.Empty(OfficeTown.Found(_office).ReadPlans());
    }

    [Fact]
    public void An_office_that_is_opened_again_has_everything()
    {
        var city = OfficeTown.Found(_office);
        OfficeTown.AddPlan(city, OfficeTown.Plan(city, "p1"), 0);
        var (version, data) = (city.ReadLayersVersion(), city.Open().City.DataVersion);
        _office.Dispose();

        using var again = _home.Open();

        Assert.Equal((version, data), (again.Find("town")!.ReadLayersVersion(), again.Find("town")!.Open().City.DataVersion));
        Assert.Equal(["p1"], again.Find("town")!.ReadPlans().Select(plan => plan.Id));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("a'b")]
    [InlineData("x\"; DROP SCHEMA cityrenewal CASCADE; --")]
    [InlineData("")]
    [InlineData("Town")]
    [InlineData("名")]
    [InlineData("a\0b")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123")]
    public void An_id_that_could_be_anything_else_is_refused(string id)
    {
        var city = OfficeTown.Found(_office);
        var plan = OfficeTown.Plan(city, "p") with { Id = id };

        Assert.Throws<StoreException>(() => _office.Found(id, SmallTown.Layers(), OfficeTown.Settings));
        Assert.Throws<StoreException>(() => OfficeTown.AddPlan(city, plan, 0));
        Assert.Null(_office.Find(id));
        Assert.Null(city.FindPlan(id));
        Assert.Empty(city.Read(id));
        Assert.Equal(OfficeConflict.Missing, Assert.Throws<OfficeConflictException>(() => _office.Delete(id, null)).Kind);
        Assert.Equal(OfficeConflict.Missing, Assert.Throws<OfficeConflictException>(() => city.DeletePlan(id, null)).Kind);
        Assert.Equal(["town"], _office.Cities);
    }

    [Fact]
    public void The_longest_ids_are_told_apart()
    {
        var ids = new[] { new string('a', 63), new string('a', 62) + "b" };

        foreach (var id in ids)
        {
            OfficeTown.Found(_office, id);
        }

        Assert.Equal(ids, _office.Cities);
    }

    // Legal measures are ours: what was delivered had none.
    private static SourceLayer Delivered(SourceLayer layer) =>
        layer.WithColumns([.. layer.Columns.Where(column => !column.Name.StartsWith("legal_", StringComparison.Ordinal))]);

    private static IEnumerable<string> Lines(SourceLayer layer) => LayerText.Of(layer).Split('\n');
}
