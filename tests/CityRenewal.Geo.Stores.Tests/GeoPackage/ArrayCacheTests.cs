using System.Collections;
using System.Globalization;
using System.Reflection;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

public sealed class ArrayCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public ArrayCacheTests()
    {
        _path = _folder["city.gpkg"];
        CityFile.Write(_path, Town(), new CityFileOptions { Name = "小城", BaselineYear = 2020 });
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_city_from_the_cache_is_the_city_from_the_layers()
    {
        var fromLayers = CityFile.Open(_path, new OpenOptions { UseCache = false });
        Assert.False(File.Exists(_path + ".cache"));
        CityFile.Open(_path);
        Assert.True(File.Exists(_path + ".cache"));

        var stages = new StageList();
        var fromCache = CityFile.Open(_path, progress: stages);

        Assert.Equal(["Opening from the cache"], stages.Stages);
        Assert.NotEmpty(fromCache.Defects);
        Assert.Equal(fromLayers.Defects, fromCache.Defects);
        Assert.Equal(Words(fromLayers.City), Words(fromCache.City));
    }

    [Fact]
    public void A_change_of_the_file_makes_the_cache_stale()
    {
        var before = CityFile.Open(_path);
        TemporaryFolder.Edit(_path, "UPDATE parcels SET land_use = '09' WHERE parcel_id = 'P0000003'");

        var after = CityFile.Open(_path);

        Assert.NotEqual(before.City.DataVersion, after.City.DataVersion);
        Assert.Contains("09", after.City.Parcels.LandUse.Words);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.98)]
    public void A_damaged_cache_is_not_used(double where)
    {
        var whole = CityFile.Open(_path);
        var bytes = File.ReadAllBytes(_path + ".cache");
        bytes[(int)(bytes.Length * where)] ^= 0x10;
        File.WriteAllBytes(_path + ".cache", bytes);

        Assert.Equal(Words(whole.City), Words(CityFile.Open(_path).City));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(5000)]
    public void A_cache_that_was_cut_short_is_not_used(int length)
    {
        var whole = CityFile.Open(_path);
        File.WriteAllBytes(_path + ".cache", File.ReadAllBytes(_path + ".cache")[..length]);

        Assert.Equal(Words(whole.City), Words(CityFile.Open(_path).City));
    }

    [Fact]
    public void A_cache_of_another_city_is_not_used()
    {
        CityFile.Open(_path);
        CityFile.Write(_folder["other.gpkg"], SmallTown.Layers(7));
        File.Copy(_path + ".cache", _folder["other.gpkg.cache"]);

        Assert.Equal(7, CityFile.Open(_folder["other.gpkg"]).City.Parcels.Count);
    }

    [Fact]
    public void Caches_of_cities_of_one_name_keep_apart_in_a_common_folder()
    {
        Directory.CreateDirectory(_folder["a"]);
        CityFile.Write(_folder["a/city.gpkg"], SmallTown.Layers(7));
        var options = new OpenOptions { CacheFolder = Path.GetDirectoryName(_folder["x"]) };

        Assert.Equal(40, CityFile.Open(_path, options).City.Parcels.Count);
        Assert.Equal(7, CityFile.Open(_folder["a/city.gpkg"], options).City.Parcels.Count);
        Assert.Equal(40, CityFile.Open(_path, options).City.Parcels.Count);
        Assert.Equal(2, _folder.Names.Count(name => name.EndsWith(".cache", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_folder_without_room_for_a_cache_does_not_keep_a_city_from_opening()
    {
        var options = new OpenOptions { CacheFolder = "/proc/no-such-folder" };

        Assert.Equal(40, CityFile.Open(_path, options).City.Parcels.Count);
    }

    // One parcel is a bow tie, so that there is a defect to remember.
    private static List<SourceLayer> Town()
    {
        var layers = SmallTown.Layers().ToList();
        var bowTie = new RingList().Ring([500_000, 500_030, 500_000, 500_030, 500_000], [3_271_000, 3_271_030, 3_271_030, 3_271_000, 3_271_000], isHole: false);
        layers.Add(SmallTown.Layer(LayerNames.HistoricZones, SmallTown.Epsg, bowTie.EndFeature().ToShapes(ShapeKind.Polygon), [
            new TextSource("zone_id", SmallTown.Texts(1, _ => "H1")), new TextSource("kind", SmallTown.Texts(1, _ => "core")),
            new RealSource("max_height_m", [12]),
        ]));
        return layers;
    }

    // Every public property, however deep: a column added to the engine and forgotten in the cache shows up here.
    private static string Words(object? value) => value switch
    {
        null => "nothing",
        string or ValueType => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        TextColumn texts => string.Join(' ', Enumerable.Range(0, texts.Count).Select(i => texts[i])),
        CodeColumn codes => string.Join(' ', Enumerable.Range(0, codes.Count).Select(i => codes[i])),
        Zones zones => string.Join(' ', zones.NumberNames.Select(name => $"{name}: {string.Join(' ', zones.Number(name).ToArray())}")) + Properties(zones),
        IDictionary map => string.Join('\n', map.Keys.Cast<string>().Order().Select(key => $"{key} {Words(map[key])}")),
        IEnumerable list => string.Join(' ', list.Cast<object?>().Select(Words)),
        _ => Properties(value),
    };

    private static string Properties(object value) => string.Join('\n', value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => $"{property.Name} {ValueOf(property, value)}"));

    // Spans cannot be boxed: they are read through their own copy to an array.
    private static string ValueOf(PropertyInfo property, object owner)
    {
        if (!property.PropertyType.IsByRefLike)
        {
            return Words(property.GetValue(owner));
        }

        var copy = typeof(ArrayCacheTests).GetMethod(nameof(Copy), BindingFlags.NonPublic | BindingFlags.Static)!;
        return Words(copy.MakeGenericMethod(property.PropertyType.GetGenericArguments()).Invoke(null, [property, owner]));
    }

    private static T[] Copy<T>(PropertyInfo property, object owner) =>
        property.GetMethod!.CreateDelegate<SpanOf<T>>(owner)().ToArray();

    private delegate ReadOnlySpan<T> SpanOf<T>();

    private sealed class StageList : IProgress<WorkProgress>
    {
        internal List<string> Stages { get; } = [];

        public void Report(WorkProgress value) => Stages.Add(value.Stage);
    }
}
