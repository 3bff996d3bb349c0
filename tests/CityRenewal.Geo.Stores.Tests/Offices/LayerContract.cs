using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>What every store keeps of layers and their versions, whatever they hold.</summary>
public abstract class LayerContract : IDisposable
{
    private readonly IOfficeHome _home;
    private readonly IOfficeStore _office;

    protected LayerContract(IOfficeHome home) => (_home, _office) = (home, home.Open());

    public void Dispose()
    {
        _office.Dispose();
        _home.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_layer_that_comes_again_is_the_next_version_and_one_that_did_not_change_is_none()
    {
        var city = OfficeTown.Found(_office);
        var before = city.ReadLayersVersion();

        var made = city.Update([SmallTown.Parcels(50), SmallTown.Buildings(60)], before);

        Assert.Equal([("parcels", 2, 50)], made.Select(version => (version.Layer, version.Version, version.Features)));
        Assert.NotEqual(before, city.ReadLayersVersion());
        Assert.Equal(LayerText.Of(SmallTown.Parcels(50)), Text(city, LayerNames.Parcels));
        Assert.Empty(city.Update([SmallTown.Reversed(SmallTown.Parcels(50))], null));
    }

    [Fact]
    public void Whoever_saw_an_older_version_brings_nothing()
    {
        var city = OfficeTown.Found(_office);
        var old = city.ReadLayersVersion();
        city.Update([SmallTown.Parcels(50)], old);

        var refusal = Assert.Throws<OfficeConflictException>(() => city.Update([SmallTown.Parcels(30)], old));

        Assert.Equal(OfficeConflict.Changed, refusal.Kind);
        Assert.Equal(LayerText.Of(SmallTown.Parcels(50)), Text(city, LayerNames.Parcels));
    }

    [Fact]
    public void The_history_tells_what_each_version_changed()
    {
        var city = OfficeTown.Found(_office);
        city.Update([SmallTown.Parcels(50)], null);
        city.Update([Edited(SmallTown.Parcels(45))], null);

        var changes = city.Changes(2);

        Assert.Equal(["parcels 2", "parcels 3"], changes.Select(change => $"{change.Version.Layer} {change.Version.Version}"));
        Assert.Equal((10, 0, 0, 0), (changes[0].Added.Count, changes[0].Removed.Count, changes[0].Moved.Count, changes[0].Edited.Count));
        Assert.Equal((0, 5, 0, 1), (changes[1].Added.Count, changes[1].Removed.Count, changes[1].Moved.Count, changes[1].Edited.Count));
        Assert.Equal(["P0000045", "P0000046", "P0000047", "P0000048", "P0000049"], changes[1].Removed.FirstIds);
        Assert.Equal(7, city.Changes(1).Count);
    }

    [Fact]
    public void Layers_that_become_what_they_were_are_the_version_that_they_were()
    {
        var city = OfficeTown.Found(_office);
        var (version, data) = (city.ReadLayersVersion(), city.Open().City.DataVersion);
        city.Update([SmallTown.Parcels(50)], null);
        city.Update([SmallTown.Parcels(40)], null);

        Assert.Equal((version, data), (city.ReadLayersVersion(), city.Open().City.DataVersion));
    }

    [Fact]
    public void A_layer_of_another_place_is_refused_and_nothing_changes()
    {
        var city = OfficeTown.Found(_office);
        var version = city.ReadLayersVersion();

        Assert.Throws<StoreException>(() => city.Update([SmallTown.Parcels(40, epsg: 4546)], null));
        Assert.Throws<StoreException>(() => city.Update([SmallTown.Parcels(40, epsg: 4547)], null));

        Assert.Equal(version, city.ReadLayersVersion());
        Assert.Equal(5, city.ReadVersions().Count);
    }

    [Fact]
    public void A_layer_may_come_again_in_another_system()
    {
        var city = OfficeTown.Found(_office);
        var zones = SmallTown.Layer(LayerNames.Water, 4490, new RingList().Square(105, 29.55, 0.001).EndFeature().ToShapes(ShapeKind.Polygon), Id());
        var same = SmallTown.Layer(LayerNames.Water, 4326, zones.Shapes, Id());

        city.Update([zones], null);
        city.Update([same], null);

        Assert.Equal(4326, city.Read(LayerNames.Water).Single().Epsg);
        Assert.Equal(LayerText.Of(same), Text(city, LayerNames.Water));
        Assert.Equal(1, city.Changes(3).Single().Moved.Count);
        Assert.Equal(4490, city.ReadVersions().Single(version => version.Version == 2).Epsg);
    }

    [Fact]
    public void Rings_stay_as_they_were_delivered_however_odd_they_are()
    {
        var odd = new RingList()
            .Ring([500_000, 500_030, 500_030, 500_000], [3_270_000, 3_270_000, 3_270_030, 3_270_030], isHole: false).EndFeature()
            .Ring([500_100, 500_130], [3_270_000, 3_270_030], isHole: false).EndFeature()
            .Ring([500_200, double.NaN, 500_230, 500_200], [3_270_000, 3_270_000, 3_270_030, 3_270_000], isHole: false).EndFeature()
            .Ring([-0.0, 30, 30, 0.0], [3_270_000, 3_270_000, 3_270_030, 3_270_000], isHole: false).EndFeature()
            .Square(500_300, 3_270_000, 30, isHole: true).EndFeature()
            .Ring([500_400, 500_400, 500_430, 500_430, 500_400], [3_270_000, 3_270_000, 3_270_000, 3_270_030, 3_270_000], isHole: false)
            .Ring([500_500, 500_530, 500_530], [3_270_000, 3_270_000, 3_270_030], isHole: false).EndFeature()
            .EndFeature();
        var layer = SmallTown.Layer(LayerNames.Parcels, SmallTown.Epsg, odd.ToShapes(ShapeKind.Polygon), [new TextSource("parcel_id", SmallTown.Texts(7, i => $"P{i}"))]);

        var city = _office.Found("odd", [layer, SmallTown.Udb()], OfficeTown.Settings);

        // A first ring opens a part even where it is called a hole.
        var measured = city.Read(LayerNames.Parcels).Single();
        Assert.Equal(LayerText.Of(layer).Replace("hole 500300", "part 500300", StringComparison.Ordinal), LayerText.Of(measured.WithColumns([measured.Column("parcel_id")!])));
        Assert.Equal(CityAssembly.From([layer, SmallTown.Udb()], OfficeTown.Settings).City.DataVersion, city.Open().City.DataVersion);
        Assert.Empty(city.Update([layer], null));
    }

    [Fact]
    public void Columns_keep_their_names_and_values_whatever_they_are_called()
    {
        var longName = string.Concat(Enumerable.Repeat("权属性质", 12));
        var parcels = SmallTown.Parcels(3);
        IReadOnlyList<SourceColumn> own =
        [
            new TextSource("权属性质（原始）", SmallTown.Texts(3, i => i == 0 ? null : "国有 'x' \"y\"; --\t\n")), new TextSource(longName + "甲", SmallTown.Texts(3, i => $"甲{i}")),
            new TextSource(longName + "乙", SmallTown.Texts(3, i => $"乙{i}")), new RealSource("xmin", [1.5, double.NaN, double.PositiveInfinity]),
            new IntegerSource("a\"b'c", [int.MaxValue, Unknown.Integer, -1]), new RealSource("geom_delivered", [-1.5, 1e-308, 1 / 3.0]),
        ];

        var city = _office.Found("names", [parcels.WithColumns([.. parcels.Columns, .. own]), SmallTown.Udb()], OfficeTown.Settings);

        var read = city.Read(LayerNames.Parcels).Single();
        Assert.Equal(Rows(own), Rows([.. own.Select(column => read.Column(column.Name)!)]));
    }

    [Fact]
    public void Numbers_may_be_followed_by_words_and_words_by_numbers()
    {
        var city = OfficeTown.Found(_office);
        SourceLayer With(SourceColumn own) => SmallTown.Parcels(2) is var parcels ? parcels.WithColumns([.. parcels.Columns, own]) : parcels;
        city.Update([With(new IntegerSource("floors", [3, Unknown.Integer]))], null);
        city.Update([With(new TextSource("floors", SmallTown.Texts(2, i => i == 0 ? "三" : "3")))], null);
        city.Update([With(new IntegerSource("floors", [3, 4]))], null);

        var read = city.Read(LayerNames.Parcels).Single();
        Assert.Equal(["3", "4"], Enumerable.Range(0, 2).Select(row => read.Column("floors")!.TextOf(row)).Order());
        Assert.Equal(city.Open().City.Parcels.Count, read.Shapes.Count);
        Assert.Equal(4, city.ReadVersions().Max(version => version.Version));
    }

    [Fact]
    public void Who_may_see_a_layer_is_kept_and_never_lowered()
    {
        var layers = SmallTown.Layers().Select(layer => layer.Name == LayerNames.Buildings ? Classified(layer, Classification.Confidential) : layer).ToList();
        var city = _office.Found("town", layers, OfficeTown.Settings);
        city.Update([Classified(SmallTown.Buildings(61), Classification.Public)], null);

        Assert.Equal(Classification.Confidential, city.ReadSettings().Classifications[LayerNames.Buildings]);
        Assert.Equal(Classification.Confidential, city.Read(LayerNames.Buildings).First().Classification);
        Assert.Equal(Classification.Confidential, city.Open().City.Classification);
    }

    private static SourceLayer Classified(SourceLayer layer, Classification level) => new()
    {
        Name = layer.Name, Epsg = layer.Epsg, Shapes = layer.Shapes, Columns = layer.Columns, Origin = layer.Origin, Classification = level,
    };

    private static SourceLayer Edited(SourceLayer layer) => layer.WithColumns(
        [.. layer.Columns.Select(column => column.Name == "lock" ? new TextSource("lock", SmallTown.Texts(column.Count, i => i == 3 ? "out" : column.TextOf(i))) : column)]);

    private static IReadOnlyList<SourceColumn> Id() => [new TextSource("zone_id", SmallTown.Texts(1, _ => "W1"))];

    private static IEnumerable<string> Rows(IReadOnlyList<SourceColumn> columns) =>
        Enumerable.Range(0, columns[0].Count).Select(row => string.Join('|', columns.Select(column => column.TextOf(row)))).Order(StringComparer.Ordinal);

    // Legal measures are ours: what was delivered had none.
    private static string Text(IOfficeCity city, string layer)
    {
        var sheets = city.Read(layer).Select(sheet => LayerText.Of(sheet.WithColumns([.. sheet.Columns.Where(column => !column.Name.StartsWith("legal_", StringComparison.Ordinal))])));
        return string.Join('\n', sheets.SelectMany(text => text.Split('\n')).Order(StringComparer.Ordinal));
    }
}
