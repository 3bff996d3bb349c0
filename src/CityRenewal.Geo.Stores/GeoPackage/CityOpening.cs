using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Cache;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>Makes a city of a city file: from the array cache where that is still right, else from the layers.</summary>
internal static class CityOpening
{
    internal static AssembledCity Open(
        string path, OpenOptions options, IProgress<WorkProgress>? progress, CancellationToken cancel,
        IReadOnlyList<SourceLayer>? read = null)
    {
        using var snapshot = FileSnapshot.Take(path);
        CitySchema.Check(snapshot.File);
        var versions = LayerVersion.ReadCurrent(snapshot.File);
        var key = ArrayCache.KeyOf(snapshot.Stamp, LayerHash.OfCity(versions.Select(version => (version.Layer, version.Hash))));
        var cache = ArrayCache.PathFor(path, options.CacheFolder);
        if (options.UseCache && ArrayCache.TryRead(cache, key, options.Threads) is { } ready)
        {
            progress?.Report(new WorkProgress("Opening from the cache", 1));
            return ready;
        }

        var assembled = Assemble(snapshot, options, read, progress, cancel);
        if (options.UseCache)
        {
            ArrayCache.Write(cache, key, assembled);
        }

        return assembled;
    }

    private static AssembledCity Assemble(
        FileSnapshot snapshot, OpenOptions options, IReadOnlyList<SourceLayer>? read, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var settings = CitySettings.Read(snapshot.File);
        var assembly = new AssemblyOptions
        {
            Name = settings.Name, BaselineYear = settings.BaselineYear, Plane = settings.Plane, Threads = options.Threads,
            Classification = settings.HighestOf(LayerVersion.ReadCurrent(snapshot.File).Select(version => version.Layer)),
        };
        try
        {
            return read is not null || settings.Plane is null
                ? CityAssembly.From(read ?? CityFileReader.ReadLayers(snapshot, progress, cancel), assembly, progress, cancel)
                : CityAssembly.FromSheets(CityFileReader.Sheets(snapshot, cancel), assembly, progress, cancel);
        }
        catch (UnusableLayersException problems)
        {
            throw new StoreException(
                snapshot.Path, string.Join(' ', problems.Problems), "Import the layers again after correcting this.", problems);
        }
    }
}
