using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Service.Runs;
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
        var imported = upload.Read(city?.ReadSettings().BaselineYear, cancel);
        var settings = upload.SettingsOf(imported);
        var answer = upload.IsCheckOnly ? Checked(upload, imported, settings, cancel)
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
        return Answer(made, 1, cancel);
    }

    private static V1.ImportLayersResponse Updated(IOfficeCity city, Upload upload, ImportedLayers imported, CancellationToken cancel)
    {
        var versions = city.Update(imported.Layers, upload.Etag, null, cancel);
        return Answer(city, versions.Count > 0 ? versions.Min(version => version.Version) : int.MaxValue, cancel);
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

    private static V1.ImportLayersResponse Answer(IOfficeCity city, int firstVersion, CancellationToken cancel)
    {
        var settings = city.ReadSettings();
        var answer = new V1.ImportLayersResponse { City = CityMessages.ToMessage(city) };
        if (firstVersion < int.MaxValue)
        {
            answer.Versions.AddRange(city.Changes(firstVersion, cancel).Select(change => CityMessages.ToMessage(city.Id, change, settings)));
        }

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
