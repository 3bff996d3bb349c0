using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Stores;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Service.Rpc.Cities;

/// <summary>Brings what an upload holds into the office: a new city, or the next version of one.</summary>
internal sealed class LayerBringing(CityShelf shelf)
{
    private const int MostDefects = 10_000;

    /// <summary>Brings it, all or nothing.</summary>
    public V1.ImportLayersResponse Bring(Upload upload, CancellationToken cancel)
    {
        var city = shelf.Office.Find(upload.CityId);
        if (upload.Etag is { } seen && city?.ReadLayersVersion() != seen)
        {
            throw new OfficeConflictException(OfficeConflict.Changed, $"The city {upload.CityId} was changed or removed since it was read; read it again.");
        }

        var imported = upload.Read(city?.ReadSettings().BaselineYear, cancel);
        var settings = upload.SettingsOf(imported);
        var answer = upload.IsCheckOnly ? Checked(upload, imported, city is null ? settings : PresentOf(city, imported), cancel)
            : city is null ? Founded(upload, imported, settings, cancel)
            : Updated(city, upload, imported, cancel);
        answer.Defects.AddRange(imported.Defects.Take(MostDefects).Select(DefectMessages.ToMessage));
        answer.DefectCount = imported.Defects.Count;
        answer.Sources.AddRange(imported.Report.Sources.Select(ToMessage));
        return answer;
    }

    private V1.ImportLayersResponse Founded(Upload upload, ImportedLayers imported, AssemblyOptions settings, CancellationToken cancel)
    {
        var made = shelf.Office.Found(upload.CityId, imported.Layers, settings, null, cancel);
        shelf.Forget(upload.CityId);
        var answer = new V1.ImportLayersResponse { City = CityMessages.ToMessage(made) };
        answer.Versions.AddRange(answer.City.Layers.Select(layer => new V1.LayerVersion { Layer = layer.Clone(), Added = layer.Features }));
        return answer;
    }

    private V1.ImportLayersResponse Updated(IOfficeCity city, Upload upload, ImportedLayers imported, CancellationToken cancel)
    {
        var versions = city.Update(imported.Layers, upload.Etag, null, cancel);
        shelf.Forget(city.Id);
        var answer = new V1.ImportLayersResponse { City = CityMessages.ToMessage(city) };
        if (versions.Count > 0)
        {
            // What was brought is kept by now: a caller who leaves must not hear that nothing was.
            var settings = city.ReadSettings();
            answer.Versions.AddRange(city.Changes(versions.Min(version => version.Version), CancellationToken.None)
                .Select(change => CityMessages.ToMessage(city.Id, change, settings)));
        }

        return answer;
    }

    // The plane of a city that is there stays, and layers have to lie on it.
    private static AssemblyOptions PresentOf(IOfficeCity city, ImportedLayers imported)
    {
        var settings = city.ReadSettings();
        return settings.Plane is { } plane && PlaneFit.Problems(plane, imported.Layers) is { Count: > 0 } elsewhere
            ? throw new StoreException(
                $"cities/{city.Id}", $"{string.Join("; ", elsewhere)}: the working plane of the city would have to change, and with it every area.",
                "Check the reference system, or make another city of these layers.")
            : new AssemblyOptions { Name = settings.Name, BaselineYear = settings.BaselineYear, Plane = settings.Plane };
    }

    private static V1.ImportLayersResponse Checked(Upload upload, ImportedLayers imported, AssemblyOptions settings, CancellationToken cancel)
    {
        var assembled = CityAssembly.From(imported.Layers, settings, null, cancel).City;
        var answer = new V1.ImportLayersResponse { City = new V1.City { Name = $"cities/{upload.CityId}", Title = assembled.Name } };
        answer.City.Layers.AddRange(imported.Layers.Select(layer => new V1.Layer
        {
            Name = $"cities/{upload.CityId}/layers/{layer.Name}", Features = layer.Shapes.Count, EpsgCode = layer.Epsg, Origin = layer.Origin,
            Classification = CityMessages.WordOf(layer.Classification),
        }));
        return answer;
    }

    private static V1.ImportedSource ToMessage(ImportedSource source)
    {
        var message = new V1.ImportedSource
        {
            File = source.File, SourceLayer = source.SourceLayer, Layer = source.Layer, Features = source.Features, EpsgCode = source.Epsg,
        };
        message.Notes.AddRange(source.Notes);
        return message;
    }
}
