using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>The settings of a city as its file keeps them: name, baseline year, working plane.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="BaselineYear">The year ages count from; null where none is known.</param>
/// <param name="Plane">The working plane; null until it has been chosen.</param>
public sealed record CitySettings(string Name, int? BaselineYear, WorkingPlane? Plane)
{
    private const string ClassificationPrefix = "classification_";

    // One for all, so that settings that say the same are equal.
    private static readonly IReadOnlyDictionary<string, Classification> AllInternal = new Dictionary<string, Classification>();

    /// <summary>Who may see each layer whose classification is not internal.</summary>
    public IReadOnlyDictionary<string, Classification> Classifications { get; init; } = AllInternal;

    /// <summary>The highest classification of some layers: that of everything made of them.</summary>
    public Classification HighestOf(IEnumerable<string> layers) =>
        ClassificationWords.Highest(layers.Select(layer => Classifications.GetValueOrDefault(layer, Classification.Internal)));

    internal const string CreateTable =
        "CREATE TABLE city_settings (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL)";

    internal static CitySettings Read(SqliteFile file)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        using var rows = file.Prepare("SELECT name, value FROM city_settings");
        while (rows.Step())
        {
            values[rows.Text(0)] = rows.Text(1);
        }

        return Of(values, file.Path);
    }

    /// <summary>The settings that names and values say.</summary>
    internal static CitySettings Of(Dictionary<string, string> values, string path)
    {
        int? year = values.TryGetValue("baseline_year", out var text)
            && int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
        return new CitySettings(values.GetValueOrDefault("city_name", ""), year, PlaneOf(values, path))
        {
            Classifications = ClassificationsOf(values, path),
        };
    }

    internal void Write(SqliteFile file)
    {
        foreach (var (name, value) in Values())
        {
            Put(file, name, value);
        }
    }

    /// <summary>Every name with its value; null where nothing is said.</summary>
    internal IEnumerable<(string Name, string? Value)> Values() =>
    [
        ("city_name", Name),
        ("baseline_year", BaselineYear?.ToString(CultureInfo.InvariantCulture)),
        ("plane_centre_longitude", Number(Plane?.CentreLongitude)),
        ("plane_centre_latitude", Number(Plane?.CentreLatitude)),
        ("plane_south_parallel", Number(Plane?.SouthParallel)),
        ("plane_north_parallel", Number(Plane?.NorthParallel)),
        ("plane_grid_size_m", Number(Plane?.GridSize)),
        ("plane_local_east_m", Number(Plane?.Local?.East)),
        ("plane_local_north_m", Number(Plane?.Local?.North)),
        .. Classifications.Select(known => LevelValue(known.Key, known.Value)),
    ];

    /// <summary>Raises the classification of a layer; a newer version of it does not lower what was declared.</summary>
    internal static void Raise(SqliteFile file, string layer, Classification level)
    {
        var (name, value) = Read(file).Raised(layer, level, file.HasTable(layer));
        Put(file, name, value);
    }

    /// <summary>The setting that a layer's classification becomes; a newer version of it does not lower what was declared.</summary>
    internal (string Name, string? Value) Raised(string layer, Classification level, bool isKnown)
    {
        var known = Classifications.GetValueOrDefault(layer, isKnown ? Classification.Internal : Classification.Public);
        return LevelValue(layer, level > known ? level : known);
    }

    // Internal is what is not written: a city file says only what was declared.
    private static (string Name, string? Value) LevelValue(string layer, Classification level) =>
        (ClassificationPrefix + layer, level == Classification.Internal ? null : level.Wire());

    private static IReadOnlyDictionary<string, Classification> ClassificationsOf(Dictionary<string, string> values, string path)
    {
        var said = values.Where(value => value.Key.StartsWith(ClassificationPrefix, StringComparison.Ordinal)).ToList();
        return said.Count == 0
            ? AllInternal
            : said.ToDictionary(value => value.Key[ClassificationPrefix.Length..], value => LevelOf(value.Value, path));
    }

    // A word that nobody knows must not open a layer to everybody.
    private static Classification LevelOf(string word, string path) => ClassificationWords.Find(word)
        ?? throw new StoreException(
            $"{path}, table city_settings", $"'{word}' is no classification.", $"Write one of {string.Join(", ", ClassificationWords.All)}.");

    private static void Put(SqliteFile file, string name, string? value)
    {
        if (value is null)
        {
            file.Run("DELETE FROM city_settings WHERE name = ?1", name);
        }
        else
        {
            file.Run(
                "INSERT INTO city_settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name, value);
        }
    }

    private static WorkingPlane? PlaneOf(Dictionary<string, string> values, string path)
    {
        if (!values.ContainsKey("plane_grid_size_m"))
        {
            return null;
        }

        double Real(string name) =>
            values.TryGetValue(name, out var text) && double.TryParse(text, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new StoreException(
                    $"{path}, table city_settings",
                    $"The working plane is incomplete: {name} is missing or no number.",
                    "Delete the rows whose name starts with plane_, then open the city again: the plane is chosen anew.");
        var plane = new WorkingPlane(
            Real("plane_centre_longitude"), Real("plane_centre_latitude"), Real("plane_south_parallel"),
            Real("plane_north_parallel"), Real("plane_grid_size_m"));
        return values.ContainsKey("plane_local_east_m")
            ? plane with { Local = new LocalOrigin(Real("plane_local_east_m"), Real("plane_local_north_m")) }
            : plane;
    }

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
