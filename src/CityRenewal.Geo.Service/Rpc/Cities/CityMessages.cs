using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Versions;
using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Service.Rpc.Cities;

/// <summary>Turns cities and layers into their messages.</summary>
internal static class CityMessages
{
    /// <summary>A city with its layers.</summary>
    public static V1.City ToMessage(IOfficeCity city)
    {
        var settings = city.ReadSettings();
        var present = city.ReadVersions().GroupBy(version => version.Layer, StringComparer.Ordinal)
            .ToDictionary(versions => versions.Key, versions => versions.MaxBy(version => version.Version)!, StringComparer.Ordinal);
        var message = new V1.City
        {
            Name = $"cities/{city.Id}",
            Title = settings.Name,
            Classification = WordOf(settings.HighestOf(present.Keys)),
            Etag = city.ReadLayersVersion(),
        };
        if (settings.BaselineYear is { } year)
        {
            message.BaselineYear = year;
        }

        message.Layers.AddRange(Land.LayerNames.All.Where(present.ContainsKey).Select(name => ToMessage(city.Id, present[name], settings)));
        return message;
    }

    /// <summary>What a version of a layer changed.</summary>
    public static V1.LayerVersion ToMessage(string city, LayerChange change, CitySettings settings) => new()
    {
        Layer = ToMessage(city, change.Version, settings),
        Added = change.Added.Count,
        Removed = change.Removed.Count,
        Moved = change.Moved.Count,
        Edited = change.Edited.Count,
    };

    /// <summary>A classification on the wire.</summary>
    public static V1.Classification WordOf(Land.Classification level) => (V1.Classification)((int)level + 1);

    private static V1.Layer ToMessage(string city, LayerVersion version, CitySettings settings) => new()
    {
        Name = $"cities/{city}/layers/{version.Layer}",
        Features = version.Features,
        EpsgCode = version.Epsg,
        Origin = version.Origin,
        Version = version.Version,
        Hash = version.Hash,
        Classification = WordOf(settings.Classifications.GetValueOrDefault(version.Layer, Land.Classification.Internal)),
    };
}
