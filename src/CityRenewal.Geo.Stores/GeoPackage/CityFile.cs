using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Versions;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>
/// The city file: one GeoPackage with all layers of a city in their original coordinates, their versions and the city's
/// settings. QGIS and GDAL open it as it is.
/// </summary>
public static class CityFile
{
    /// <summary>Writes a new city file. It appears under its name only when it is complete.</summary>
    public static void Write(
        string path, IReadOnlyList<SourceLayer> layers, CityFileOptions? options = null,
        IProgress<WorkProgress>? progress = null, CancellationToken cancel = default) =>
        CityFileWriter.Write(path, layers, options ?? new CityFileOptions(), progress, cancel);

    /// <summary>
    /// Makes a new city of layers, and its file: all or nothing. An existing file of that name is replaced.
    /// </summary>
    /// <exception cref="UnusableLayersException">The layers cannot be one city; no file has changed.</exception>
    public static AssembledCity Found(
        string path, IReadOnlyList<SourceLayer> layers, AssemblyOptions settings,
        IProgress<WorkProgress>? progress = null, CancellationToken cancel = default) =>
        CityFounding.Of(path, layers, settings, progress, cancel);

    /// <summary>Whether the file is a city file: a GeoPackage that this program, of whatever version, wrote a city into.</summary>
    public static bool IsCityFile(string path)
    {
        using var file = SqliteFile.OpenToRead(path);
        return file.HasTable("gpkg_contents") && file.HasTable("schema_version") && file.HasTable("layer_versions");
    }

    /// <summary>Opens a city: layers on one plane and grid, with everything that could not be taken as it was delivered.</summary>
    public static AssembledCity Open(
        string path, OpenOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default) =>
        CityOpening.Open(path, options ?? new OpenOptions(), progress, cancel);

    /// <summary>
    /// Opens a city whose layers were read from the same file before, so that they are not read twice: from the array cache
    /// where that is still right, else from these layers.
    /// </summary>
    public static AssembledCity Open(
        string path, IReadOnlyList<SourceLayer> layers, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default) =>
        CityOpening.Open(path, new OpenOptions(), progress, cancel, layers);

    /// <summary>The settings of the city in the file.</summary>
    public static CitySettings Settings(string path)
    {
        using var file = SqliteFile.OpenToRead(path);
        CitySchema.Check(file);
        return CitySettings.Read(file);
    }

    /// <summary>All versions of all layers, oldest first.</summary>
    public static IReadOnlyList<LayerVersion> Versions(string path)
    {
        using var file = SqliteFile.OpenToRead(path);
        CitySchema.Check(file);
        return LayerVersion.ReadAll(file);
    }

    /// <summary>
    /// Brings layers into an existing city file as its next version. Rows that are no longer the same move to the history
    /// and stay readable; a layer that did not change gets no new version. All or nothing.
    /// </summary>
    /// <returns>The versions that were made; none where nothing had changed.</returns>
    public static IReadOnlyList<LayerVersion> Update(
        string path, IReadOnlyList<SourceLayer> layers, TimeSpan? patience = null,
        IProgress<WorkProgress>? progress = null, CancellationToken cancel = default) =>
        CityFileUpdate.Run(path, layers, patience ?? TimeSpan.FromSeconds(5), progress, cancel);

    /// <summary>A layer as it was in a version of the city.</summary>
    public static SourceLayer ReadVersion(string path, string layer, int version, CancellationToken cancel = default)
    {
        using var snapshot = FileSnapshot.Take(path);
        return CityFileReader.ReadVersion(snapshot, layer, version, cancel);
    }

    /// <summary>What every version of every layer changed, from a version of the city on; oldest first, then in the order of layers.</summary>
    public static IReadOnlyList<LayerChange> Changes(
        string path, int firstVersion = 1, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        using var snapshot = FileSnapshot.Take(path);
        return VersionList.Of(snapshot, firstVersion, progress, cancel);
    }

    /// <summary>The current layers, in the order of <see cref="LayerNames.All"/>.</summary>
    public static IReadOnlyList<SourceLayer> ReadLayers(
        string path, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        using var snapshot = FileSnapshot.Take(path);
        return [.. CityFileReader.ReadLayers(snapshot, progress, cancel)];
    }

    /// <summary>
    /// The current features of one layer in sheets of some thousand, each read when it is asked for; none where the city has no
    /// such layer. All are of the same state of the file.
    /// </summary>
    public static IEnumerable<SourceLayer> ReadSheets(string path, string layer, CancellationToken cancel = default)
    {
        using var snapshot = FileSnapshot.Take(path);
        foreach (var sheet in CityFileReader.Sheets(snapshot, cancel, layer))
        {
            cancel.ThrowIfCancellationRequested();
            yield return sheet();
        }
    }
}
