using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Registers;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>
/// Makes a new city of layers: it is put together to see whether it can be one, and its file is filled at the same time. The
/// file takes its name only when both are done, so that what cannot become a city changes no file.
/// </summary>
internal static class CityFounding
{
    internal static AssembledCity Of(
        string path, IReadOnlyList<SourceLayer> layers, AssemblyOptions settings,
        IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        RegisterLoss.Refuse(path);
        var plane = settings.Plane ?? PlaneChoice.For(layers);
        progress?.Report(new WorkProgress("measuring", 0));
        IReadOnlyList<SourceLayer> measured = [.. layers.Select(CityLayers.WithLegalMeasures)];
        var converted = CityLayers.Checked(measured, path);
        var options = new CityFileOptions { Name = settings.Name, BaselineYear = settings.BaselineYear, Plane = plane, Overwrite = true };
        using var unfinished = new UnfinishedFile(path);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var writing = Task.Run(
            () => CityFileWriter.Load(unfinished, converted, CityFileWriter.LevelsOf(layers), options, (progress, stop.Token)),
            CancellationToken.None);
        var assembled = Assembled(measured, settings with { Plane = plane }, writing, stop);
        writing.GetAwaiter().GetResult();
        cancel.ThrowIfCancellationRequested();
        unfinished.Finish();
        return assembled;
    }

    // The half-written file can go only when its writer has let go of it.
    private static AssembledCity Assembled(
        IReadOnlyList<SourceLayer> layers, AssemblyOptions settings, Task writing, CancellationTokenSource stop)
    {
        try
        {
            return CityAssembly.From(layers, settings, progress: null, stop.Token);
        }
        catch
        {
            stop.Cancel();
            ((IAsyncResult)writing).AsyncWaitHandle.WaitOne();
            throw;
        }
    }
}
