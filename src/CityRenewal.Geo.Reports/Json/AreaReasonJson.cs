using System.Text.Json;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>What binds an area and why its outline stops, as `renewal explain --json` has it.</summary>
internal static class AreaReasonJson
{
    public static void Write(Utf8JsonWriter json, AreaReasons area, City city)
    {
        json.WriteStartObject();
        json.WriteString("id", area.Id);
        json.WriteStartArray("limits");
        foreach (var limit in area.Limits)
        {
            Write(json, limit, city);
        }

        json.WriteEndArray();
        json.WriteStartArray("stops");
        foreach (var stop in area.Stops)
        {
            json.WriteStartObject();
            json.WriteString("reason", stop.Reason.Wire());
            json.WriteText(stop.Reason.Title());
            json.WriteNumber("length_m", stop.LengthM);
            json.WriteNumber("share", stop.Share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LimitState limit, City city)
    {
        json.WriteStartObject();
        json.WriteString("limit", limit.Limit);
        json.WriteText(limit.Title);
        json.WriteNumber("value", limit.Value);
        json.WriteNumber("bound", limit.Bound);
        json.WriteNumber("slack", limit.Slack);
        json.WriteString("unit", limit.Unit);
        json.WriteBoolean("is_soft", limit.IsSoft);
        json.WriteString("citation", limit.Citation);
        json.WriteBoolean("binds", limit.Binds);
        if (limit.Best is { } best)
        {
            json.WriteString("best_parcel", city.Parcels.Ids[best.Parcel]);
            json.WriteNumber("best_gain_m2", best.Gain);
            json.WriteNumber("relaxation", best.Relaxation);
            json.WriteOptional("gain_per_unit_m2", best.GainPerUnit);
        }

        json.WriteEndObject();
    }
}
