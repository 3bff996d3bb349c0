namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The files that make up one Shapefile: beside each other in a folder, or in a zip.</summary>
internal abstract class ShapefileParts(string file, string stem)
{
    private const long LargestPart = 2_000_000_000;

    private static readonly string[] Nested = [".zip", ".rar", ".7z", ".gz", ".tar"];

    /// <summary>Name of the .shp, or of the zip, as the user gave it.</summary>
    public string File { get; } = file;

    /// <summary>Name of the layer: the file name without its ending.</summary>
    public string Stem { get; } = stem;

    /// <summary>The part with that ending, whatever its case; null where it is not there.</summary>
    public abstract byte[]? Find(string extension);

    /// <summary>The parts beside a .shp on disk.</summary>
    public static ShapefileParts Beside(string shp) => new InFolder(shp);

    /// <summary>Every Shapefile in a zip, by name.</summary>
    public static IReadOnlyList<ShapefileParts> InZip(string path)
    {
        var name = Path.GetFileName(path);
        var files = ZipContents.List(path);
        if (files.FirstOrDefault(file => Nested.Contains(Path.GetExtension(file.Name).ToLowerInvariant())) is { } nested)
        {
            throw new StoreException(name, $"it holds another archive, {nested.Name}.", "Unpack the outer one and give what is in it.");
        }

        string[] stems = [.. files.Where(file => IsPart(file, ".shp")).Select(file => file.Name[..^4]).Order(StringComparer.Ordinal)];
        var twice = stems.GroupBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return stems.Length == 0 ? throw Without(name, files)
            : twice is null ? [.. stems.Select(stem => new Zipped(path, stem, files))]
            : throw new StoreException(
                name,
                $"it holds {twice.Key}.shp in {twice.Count()} folders, and a mapping could not tell them apart.",
                "Unpack it and rename them.");
    }

    private static bool IsPart(ZippedFile file, string ending) =>
        file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
        && !Path.GetFileName(file.Name).StartsWith("._", StringComparison.Ordinal);

    private static StoreException Without(string name, IReadOnlyList<ZippedFile> files)
    {
        var half = files.FirstOrDefault(file => IsPart(file, ".shx") || IsPart(file, ".dbf"));
        var geodatabase = files.FirstOrDefault(file => file.Name.Contains(".gdb/", StringComparison.OrdinalIgnoreCase));
        var holds = half is not null ? $"it holds {half.Name}, but the .shp is missing: the shapes lie in it."
            : geodatabase is not null ? "it holds a file geodatabase."
            : $"it holds no .shp. It has {(files.Count == 0 ? "nothing" : string.Join(", ", files.Take(5).Select(file => file.Name)))}.";
        return new StoreException(
            name,
            holds,
            geodatabase is not null && half is null
                ? "Unpack it and give the .gdb folder."
                : "Zip the .shp with its .shx, .dbf, .prj and .cpg, or give the files themselves.");
    }

    private static byte[] ReadWhole(string name, long length, Func<Stream> open)
    {
        if (length > LargestPart)
        {
            throw new StoreException(name, $"it has {length:N0} bytes, more than 2 GB.", "Convert it to GeoPackage, or split it.");
        }

        using var stream = open();
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed class InFolder(string shp) : ShapefileParts(Path.GetFileName(shp), Path.GetFileNameWithoutExtension(shp))
    {
        public override byte[]? Find(string extension)
        {
            var found = Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(shp))!).FirstOrDefault(path =>
                string.Equals(Path.GetFileName(path), Stem + extension, StringComparison.OrdinalIgnoreCase));
            return found is null
                ? null
                : ReadWhole(Path.GetFileName(found), new FileInfo(found).Length, () => System.IO.File.OpenRead(found));
        }
    }

    private sealed class Zipped(string path, string fullStem, IReadOnlyList<ZippedFile> files)
        : ShapefileParts(Path.GetFileName(path), Path.GetFileName(fullStem))
    {
        public override byte[]? Find(string extension) =>
            files.FirstOrDefault(file => string.Equals(file.Name, fullStem + extension, StringComparison.OrdinalIgnoreCase)) is { } part
                ? ZipContents.Read(path, part)
                : null;
    }
}
