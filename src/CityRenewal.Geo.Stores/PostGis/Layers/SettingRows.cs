using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>The settings of a city as names and values.</summary>
internal static class SettingRows
{
    internal static CitySettings Read(Session session, CityRow city) => CitySettings.Of(
        session.Rows("SELECT name, value FROM cityrenewal.city_settings WHERE city = $1", row => (row.GetString(0), row.GetString(1)), city.Number)
            .ToDictionary(setting => setting.Item1, setting => setting.Item2, StringComparer.Ordinal),
        $"{session.Place}, city {city.Id}");

    internal static void Put(Session session, CityRow city, (string Name, string? Value) setting)
    {
        if (setting.Value is null)
        {
            session.Run("DELETE FROM cityrenewal.city_settings WHERE city = $1 AND name = $2", city.Number, setting.Name);
        }
        else
        {
            session.Run(
                "INSERT INTO cityrenewal.city_settings (city, name, value) VALUES ($1, $2, $3) ON CONFLICT (city, name) DO UPDATE SET value = excluded.value",
                city.Number, setting.Name, setting.Value);
        }
    }
}
