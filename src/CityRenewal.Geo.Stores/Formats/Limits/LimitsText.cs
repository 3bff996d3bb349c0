using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Writes limits as a limits file has them, so that <see cref="LimitsFile"/> reads the same limits again.</summary>
public static class LimitsText
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The limits of a request, JSON on one line; sizes stand in it only where they have a price.</summary>
    public static string Of(ProposalOptions options)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            WriteNumbers(json, options);
            WriteGroups(json, options.Limits);
            WriteDivisions(json, options.Limits);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteNumbers(Utf8JsonWriter json, ProposalOptions options)
    {
        var limits = options.Limits;
        Write(json, "minimum_area_m2", limits.MinimumAreaPrice is { } below ? new PricedLimit(options.MinimumArea, below) : null);
        Write(json, "maximum_area_m2", limits.MaximumAreaPrice is { } above ? new PricedLimit(options.MaximumArea, above) : null);
        WriteNumber(json, "opening_price_m2", limits.OpeningPrice > 0 ? limits.OpeningPrice : null);
        Write(json, "fewest_areas", limits.FewestAreas);
        Write(json, "most_areas", limits.MostAreas);
        Write(json, "least_polsby_popper", limits.LeastPolsbyPopper);
        Write(json, "land_budget_m2", limits.LandBudget);
        Write(json, "cost_budget", limits.CostBudget);
        if (limits.Cost is { } cost)
        {
            json.WriteStartObject("cost");
            WriteNumber(json, "per_renovated_m2", cost.PerRenovated);
            WriteNumber(json, "per_demolished_m2", cost.PerDemolished);
            WriteNumber(json, "per_land_m2", cost.PerLand);
            json.WriteEndObject();
        }

        Write(json, "spacing_m", limits.Spacing);
        Write(json, "largest_enclave_m2", limits.LargestEnclave);
        Write(json, "smallest_remainder_m2", limits.SmallestRemainder);
    }

    private static void WriteGroups(Utf8JsonWriter json, PlanLimits limits)
    {
        WriteList(json, "must_link", limits.MustLink, ids => WriteIds(json, ids));
        WriteObjects(json, "link_prices", limits.LinkPrices, link =>
        {
            WriteParcels(json, link.Parcels);
            WriteNumber(json, "price", link.Price);
        });
        WriteObjects(json, "cannot_link", limits.CannotLink, group =>
        {
            WriteParcels(json, group.Parcels);
            WriteNumber(json, "price", group.Price);
        });
        WriteObjects(json, "keep_whole", limits.KeepWhole, group =>
        {
            WriteText(json, "name", group.Name);
            WriteParcels(json, group.Parcels);
            WriteText(json, "division", group.Division);
            json.WriteBoolean("obligatory", group.IsObligatory);
            WriteNumber(json, "price", group.Price);
        });
        WriteObjects(json, "projects", limits.Projects, project =>
        {
            json.WriteString("id", project.Id);
            WriteParcels(json, project.Parcels);
            WriteNumber(json, "phase", project.Phase > 0 ? project.Phase : null);
            WriteText(json, "category", project.Category);
        });
    }

    private static void WriteDivisions(Utf8JsonWriter json, PlanLimits limits)
    {
        json.WritePropertyName("uncrossed_divisions");
        WriteIds(json, limits.UncrossedDivisions);
        WriteObjects(json, "division_prices", limits.DivisionPrices, priced =>
        {
            json.WriteString("division", priced.Division);
            WriteNumber(json, "price", priced.Price);
        });
        WriteObjects(json, "crossings", limits.Crossings, crossing =>
        {
            json.WriteString("kind", crossing.Kind);
            WriteNumber(json, "price", crossing.Price);
        });
    }

    private static void Write(Utf8JsonWriter json, string name, PricedLimit? limit)
    {
        if (limit is { Price: { } price })
        {
            json.WriteStartObject(name);
            WriteNumber(json, "value", limit.Value);
            WriteNumber(json, "price", price);
            json.WriteEndObject();
        }
        else
        {
            WriteNumber(json, name, limit?.Value);
        }
    }

    private static void WriteObjects<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> fields) => WriteList(json, name, items, item =>
    {
        json.WriteStartObject();
        fields(item);
        json.WriteEndObject();
    });

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count > 0)
        {
            json.WriteStartArray(name);
            items.ToList().ForEach(write);
            json.WriteEndArray();
        }
    }

    private static void WriteParcels(Utf8JsonWriter json, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
        {
            json.WritePropertyName("parcels");
            WriteIds(json, ids);
        }
    }

    private static void WriteIds(Utf8JsonWriter json, IReadOnlyList<string> ids)
    {
        json.WriteStartArray();
        ids.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
    }
}
