using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;
using Npgsql;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>
/// Makes a new city of layers: it is put together to see whether it can be one, and its tables are filled at the same time. They
/// are there for others only when both are done.
/// </summary>
internal sealed class PostGisFounding(PostGisDatabase database, string id, IProgress<WorkProgress>? progress)
{
    internal void Run(IReadOnlyList<SourceLayer> layers, AssemblyOptions settings, CancellationToken cancel)
    {
        var plane = settings.Plane ?? PlaneChoice.For(layers);
        progress?.Report(new WorkProgress("measuring", 0));
        IReadOnlyList<SourceLayer> measured = [.. layers.Select(CityLayers.WithLegalMeasures)];
        var converted = CityLayers.Checked(measured, database.Place);
        var said = new CitySettings(settings.Name, settings.BaselineYear, plane) { Classifications = CityFileWriter.LevelsOf(layers) };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var assembling = Task.Run(() => Assemble(measured, settings with { Plane = plane }, stop), CancellationToken.None);
        try
        {
            database.Change(session => Fill(session, (converted, said), assembling), stop.Token);
        }
        catch (OperationCanceledException) when (assembling.IsFaulted)
        {
            assembling.GetAwaiter().GetResult();
            throw;
        }
        finally
        {
            stop.Cancel();
            ((IAsyncResult)assembling).AsyncWaitHandle.WaitOne();
        }
    }

    private static void Assemble(IReadOnlyList<SourceLayer> layers, AssemblyOptions settings, CancellationTokenSource stop)
    {
        try
        {
            CityAssembly.From(layers, settings, progress: null, stop.Token);
        }
        catch
        {
            // What cannot become a city need not be written to its end.
            stop.Cancel();
            throw;
        }
    }

    private bool Fill(Session session, (IReadOnlyList<SourceLayer> Layers, CitySettings Settings) city, Task assembling)
    {
        var row = Begin(session);
        CityTables.Create(session, row, LayerTables.SridOf(session, city.Layers.FirstOrDefault()?.Epsg ?? 0));
        foreach (var setting in city.Settings.Values())
        {
            SettingRows.Put(session, row, setting);
        }

        foreach (var layer in city.Layers)
        {
            LayerTables.Bring(session, row, (layer, 1), progress);
        }

        CityUpdate.Confirm(session, row);
        assembling.GetAwaiter().GetResult();
        return true;
    }

    private CityRow Begin(Session session)
    {
        session.Run("SET LOCAL lock_timeout = '10s'");
        session.Run(EditTriggers.LetBy);
        try
        {
            session.Run("INSERT INTO cityrenewal.cities (id, schema, version, layers_version) VALUES ($1, $2, 0, '')", id, CityRow.SchemaFor(id));
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new OfficeConflictException(OfficeConflict.Exists, $"There is a city {id} already; take another id, or bring layers into that one.");
        }

        return CityRow.Get(session, id);
    }
}
