using System.Security.Cryptography;
using System.Text;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Cache;

/// <summary>
/// An opened city as raw arrays in a file beside it, so that opening it again takes a fraction of a second. It is derived:
/// it may be deleted at any time, and one that is damaged, or does not belong to this very state of the city file and this
/// very program, is not used.
/// </summary>
internal static class ArrayCache
{
    private const string Mark = "CityRenewal.Geo array cache 1";

    /// <summary>Where the cache of a city file lies: beside it, or in a folder of caches.</summary>
    internal static string PathFor(string cityFile, string? folder)
    {
        var name = Path.GetFileName(cityFile);
        if (folder is null)
        {
            return cityFile + ".cache";
        }

        var place = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(cityFile))));
        return Path.Combine(folder, $"{name}.{place[..16]}.cache");
    }

    /// <summary>What a cache must belong to: the state of the file, its layers' hashes, and the program that assembled the city.</summary>
    internal static string KeyOf(FileStamp stamp, string layersHash) => string.Join(
        '\n',
        Mark,
        typeof(CityAssembly).Assembly.ManifestModule.ModuleVersionId,
        typeof(ArrayCache).Assembly.ManifestModule.ModuleVersionId,
        stamp,
        layersHash);

    /// <summary>The city in the cache; null where there is none for this key.</summary>
    internal static AssembledCity? TryRead(string path, string key, int threads = 0)
    {
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            var source = new ArrayReader(file);
            if (source.ReadText() != key)
            {
                return null;
            }

            var city = new AssembledCity(CityArrays.Read(source), DefectArrays.Read(source));
            source.FillAll(threads);
            return source.IsAtEnd ? city : null;
        }
        catch (Exception damage) when (damage is IOException or InvalidDataException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            // A cache that cannot be read is as good as none: the city file has everything.
            return null;
        }
    }

    /// <summary>Writes the cache; does without one where the folder does not allow it.</summary>
    internal static void Write(string path, string key, AssembledCity assembled)
    {
        var unfinished = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            {
                var target = new ArrayWriter(stream);
                target.Write(key);
                CityArrays.Write(target, assembled.City);
                DefectArrays.Write(target, assembled.Defects);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // Opening works without a cache, only slower.
            TryDelete(unfinished);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // It keeps its temporary name and is never read.
        }
    }
}
