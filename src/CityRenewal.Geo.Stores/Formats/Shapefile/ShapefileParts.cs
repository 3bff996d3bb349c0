using System.IO.Compression;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The files that make up one Shapefile: beside each other in a folder, or in a zip.</summary>
internal abstract class ShapefileParts(string file, string stem)
{
    // A zip that claims to unpack to more than this is refused before a byte of it is unpacked.
    private const long LargestPart = 2_000_000_000;

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
        try
        {
            using var zip = ZipFile.Open(path, ZipArchiveMode.Read, TextEncodings.Gb18030);
            string[] stems =
            [
                .. zip.Entries.Where(entry => entry.Name.EndsWith(".shp", StringComparison.OrdinalIgnoreCase))
                    .Select(entry => entry.FullName[..^4]).Order(StringComparer.Ordinal),
            ];
            return stems.Length > 0
                ? [.. stems.Select(stem => new Zipped(path, stem))]
                : throw new StoreException(name, "it holds no .shp.", "Zip the .shp with its .shx, .dbf, .prj and .cpg, or give the files themselves.");
        }
        catch (InvalidDataException broken)
        {
            throw Broken(name, broken);
        }
    }

    private static StoreException Broken(string name, Exception cause) =>
        new(name, "it is not a whole zip file.", "Copy or download it again.", cause);

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

    private sealed class Zipped(string path, string fullStem) : ShapefileParts(Path.GetFileName(path), Path.GetFileName(fullStem))
    {
        public override byte[]? Find(string extension)
        {
            try
            {
                using var zip = ZipFile.Open(path, ZipArchiveMode.Read, TextEncodings.Gb18030);
                var entry = zip.Entries.FirstOrDefault(entry =>
                    string.Equals(entry.FullName, fullStem + extension, StringComparison.OrdinalIgnoreCase));
                return entry is null ? null : ReadWhole(File + "/" + entry.Name, entry.Length, entry.Open);
            }
            catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
            {
                throw Broken(File, broken);
            }
        }
    }
}
