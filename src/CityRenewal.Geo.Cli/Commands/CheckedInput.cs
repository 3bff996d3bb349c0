using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Opens a city and puts every layer that it was delivered as to every check.</summary>
internal static class CheckedInput
{
    /// <summary>Opens what a command was given as its city.</summary>
    /// <param name="given">The file, and the mapping that explains it.</param>
    /// <param name="keepsLayers">Whether the layers are kept as delivered: a large city has a gigabyte of them.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static CheckedCity Open(
        (string Path, string? Mapping) given, bool keepsLayers, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var opened = given.Mapping is null && CityInput.IsGeoPackage(given.Path) && CityFile.IsCityFile(given.Path)
            ? FromCityFile(given.Path, progress, cancel)
            : FromFiles(given, progress, cancel);
        return keepsLayers ? opened : opened with { Layers = DeliveredRows.Of(opened.Layers) };
    }

    private static CheckedCity FromFiles((string Path, string? Mapping) given, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var imported = LayerImport.Read(new ImportRequest([given.Path], given.Mapping), progress, cancel);
        var assembled = CityAssembly.From(imported.Layers, CityInput.SettingsOf(imported, given.Path), progress, cancel);
        return new CheckedCity(
            new CityWork(assembled.City), imported.Layers, DefectList.Merged(imported.Defects, assembled.Defects));
    }

    // A city in its cache is there long before its layers are read, and its overlay needs nothing of them.
    private static CheckedCity FromCityFile(string path, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var reading = Task.Run(() => CityFile.ReadLayers(path, progress, cancel), cancel);
        AssembledCity opened;
        try
        {
            opened = CityFile.Open(path, new PendingLayers(reading), progress, cancel);
        }
        catch
        {
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
            throw;
        }

        var work = new CityWork(opened.City);
        IReadOnlyList<Defect> found = [];
        SideBySide.Run(
            work.Threads,
            () => found = LayerChecks.Check(reading.GetAwaiter().GetResult(), DefectOptions.For(opened.City.BaselineYear), progress, cancel),
            () => work.Facts(cancel: cancel));
        return new CheckedCity(work, reading.GetAwaiter().GetResult(), DefectList.Merged(found, opened.Defects));
    }
}
