using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// A folder of its own in which GDAL sees a file through a link, because drivers write indexes and schemas beside what they
/// read, and in which it leaves a layer as GeoPackage. It is gone afterwards, whatever happens.
/// </summary>
internal sealed class OgrConversion : IDisposable
{
    private const string Layer = "layer";

    private const string WrongCharset =
        "some texts are not in the character set that the file names, and are not readable: name the right one with `encoding`";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("renewal-");
    private readonly string _path;
    private readonly Ogr _ogr;

    /// <param name="ogr">The programs.</param>
    /// <param name="path">The file.</param>
    /// <param name="charset">Character set that a MapInfo file is to name; null leaves it as it is.</param>
    public OgrConversion(Ogr ogr, string path, string? charset = null)
    {
        (_ogr, _path) = (ogr, path);
        Source = Path.Combine(_folder.FullName, "source", Path.GetFileName(path));
        Directory.CreateDirectory(Path.GetDirectoryName(Source)!);
        Link(Path.GetFullPath(path));
        if (charset is not null)
        {
            File.Delete(Source);
            File.WriteAllBytes(Source, MapInfoCharset.With(File.ReadAllBytes(path), charset));
        }
    }

    /// <summary>The file as GDAL sees it.</summary>
    public string Source { get; }

    private string Converted => Path.Combine(_folder.FullName, "layer.gpkg");

    /// <summary>Converts a layer; further arguments choose among its features. Returns what people should know about it.</summary>
    public IReadOnlyList<string> Convert(
        string layer, IReadOnlyList<string> further, IReadOnlyDictionary<string, string> environment, CancellationToken cancel)
    {
        string[] arguments =
        [
            "-f", "GPKG", Converted, Source, layer, "-nln", Layer, "-preserve_fid", "-nlt", "CONVERT_TO_LINEAR",
            "-lco", "SPATIAL_INDEX=NO", "-lco", "FID=ogr_feature_number", .. further,
        ];
        var warnings = _ogr.Turn(_path, arguments, environment, cancel).Complaints;
        return warnings.Contains("not a valid UTF-8 string", StringComparison.Ordinal) ? [WrongCharset] : [];
    }

    /// <summary>The converted shapes of one kind, or of the kind that comes first.</summary>
    public ReadLayer Read(ShapeKind? kind, IProgress<WorkProgress>? progress, CancellationToken cancel) =>
        GeoPackageReader.Read(Converted, Layer, kind, progress, cancel);

    public void Dispose() => _folder.Delete(recursive: true);

    private void Link(string full)
    {
        var folder = Path.GetDirectoryName(Source)!;
        if (OgrFormat.IsFolder(full))
        {
            Directory.CreateSymbolicLink(Source, full);
            return;
        }

        var stem = Path.GetFileNameWithoutExtension(full) + ".";
        var parts = Directory.EnumerateFiles(Path.GetDirectoryName(full)!);
        foreach (var part in parts.Where(part => Path.GetFileName(part).StartsWith(stem, StringComparison.Ordinal)))
        {
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(part)), part);
        }
    }
}
