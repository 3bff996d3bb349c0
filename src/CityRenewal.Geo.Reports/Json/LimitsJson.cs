using System.Text.Json;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>The limits of a request, what of them is broken at a price, and what of them is in conflict, in the words of a limits file.</summary>
internal static class LimitsJson
{
    /// <summary>The limits, where a request has any.</summary>
    public static void Write(Utf8JsonWriter json, PlanLimits limits)
    {
        if (limits == PlanLimits.None)
        {
            return;
        }

        json.WriteStartObject("limits");
        WriteOptional(json, "minimum_area_price", limits.MinimumAreaPrice);
        WriteOptional(json, "maximum_area_price", limits.MaximumAreaPrice);
        json.WriteNumber("opening_price_m2", limits.OpeningPrice);
        foreach (var (name, limit) in Priced(limits))
        {
            json.WriteStartObject(name);
            json.WriteNumber("value", limit.Value);
            json.WriteOptional("price", limit.Price);
            json.WriteEndObject();
        }

        WriteCost(json, limits.Cost);
        WriteLists(json, "must_link", limits.MustLink, (item, ids) => WriteIds(item, ids));
        WriteLists(json, "link_prices", limits.LinkPrices, WriteLink);
        WriteLists(json, "cannot_link", limits.CannotLink, WriteApart);
        WriteLists(json, "keep_whole", limits.KeepWhole, WriteWhole);
        json.WriteStartArray("uncrossed_divisions");
        limits.UncrossedDivisions.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        WriteLists(json, "division_prices", limits.DivisionPrices, WriteDivision);
        WriteLists(json, "crossings", limits.Crossings, WriteCrossing);
        WriteLists(json, "projects", limits.Projects, WriteProject);
        json.WriteEndObject();
    }

    /// <summary>Soft limits that a plan breaks, where it breaks any.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<PricedBreach> breaches) =>
        WriteLists(json, "priced_breaches", breaches, (item, breach) =>
        {
            item.WriteStartObject();
            item.WriteString("area", breach.Area);
            item.WriteString("limit", breach.Limit);
            item.WriteNumber("price_m2", breach.Price);
            item.WriteString("text", breach.Text);
            item.WriteString("text_chinese", breach.TextChinese);
            item.WriteEndObject();
        });

    /// <summary>Limits that a plan breaks, hard ones and those at a price; an empty list where it breaks none.</summary>
    public static void WriteBroken(Utf8JsonWriter json, IReadOnlyList<(string Area, AreaBreach Breach)> broken)
    {
        json.WriteStartArray("limits_broken");
        foreach (var (area, breach) in broken)
        {
            json.WriteStartObject();
            json.WriteString("area", area);
            json.WriteString("limit", breach.Check);
            json.WriteOptional("price_m2", breach.Price);
            json.WriteString("text", breach.Text);
            json.WriteString("text_chinese", breach.TextChinese);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Limits in conflict, where there are any.</summary>
    public static void Write(Utf8JsonWriter json, PlanConflict? conflict)
    {
        if (conflict is null)
        {
            return;
        }

        json.WriteStartObject("conflict");
        json.WriteString("wanted", conflict.Wanted);
        json.WriteBoolean("proven", conflict.IsProven);
        json.WriteString("text", conflict.Text);
        json.WriteString("text_chinese", conflict.TextChinese);
        json.WriteStartArray("limits");
        foreach (var limit in conflict.Limits)
        {
            json.WriteStartObject();
            json.WriteString("limit", limit.Limit);
            json.WriteString("value", limit.Value);
            json.WriteString("freeing_value", limit.FreeingValue);
            json.WriteString("text", limit.Text);
            json.WriteString("text_chinese", limit.TextChinese);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<(string Name, PricedLimit Limit)> Priced(PlanLimits limits)
    {
        (string Name, PricedLimit? Limit)[] all =
        [
            ("fewest_areas", limits.FewestAreas), ("most_areas", limits.MostAreas), ("least_polsby_popper", limits.LeastPolsbyPopper),
            ("land_budget_m2", limits.LandBudget), ("cost_budget", limits.CostBudget), ("spacing_m", limits.Spacing),
            ("largest_enclave_m2", limits.LargestEnclave), ("smallest_remainder_m2", limits.SmallestRemainder),
        ];
        return all.Where(one => one.Limit is not null).Select(one => (one.Name, one.Limit!));
    }

    private static void WriteCost(Utf8JsonWriter json, CostModel? cost)
    {
        if (cost is not null)
        {
            json.WriteStartObject("cost");
            json.WriteNumber("per_renovated_m2", cost.PerRenovated);
            json.WriteNumber("per_demolished_m2", cost.PerDemolished);
            json.WriteNumber("per_land_m2", cost.PerLand);
            json.WriteEndObject();
        }
    }

    private static void WriteLink(Utf8JsonWriter json, LinkPrice link)
    {
        json.WriteStartObject();
        WriteParcels(json, link.Parcels);
        json.WriteNumber("price", link.Price);
        json.WriteEndObject();
    }

    private static void WriteDivision(Utf8JsonWriter json, DivisionPrice priced)
    {
        json.WriteStartObject();
        json.WriteString("division", priced.Division);
        json.WriteNumber("price", priced.Price);
        json.WriteEndObject();
    }

    private static void WriteApart(Utf8JsonWriter json, ApartGroup group)
    {
        json.WriteStartObject();
        WriteParcels(json, group.Parcels);
        WriteOptional(json, "price", group.Price);
        json.WriteEndObject();
    }

    private static void WriteWhole(Utf8JsonWriter json, WholeGroup group)
    {
        json.WriteStartObject();
        json.WriteString("name", group.Name);
        WriteParcels(json, group.Parcels);
        json.WriteString("division", group.Division);
        json.WriteBoolean("obligatory", group.IsObligatory);
        WriteOptional(json, "price", group.Price);
        json.WriteEndObject();
    }

    private static void WriteCrossing(Utf8JsonWriter json, CrossingPrice crossing)
    {
        json.WriteStartObject();
        json.WriteString("kind", crossing.Kind);
        json.WriteNumber("price", crossing.Price);
        json.WriteEndObject();
    }

    private static void WriteProject(Utf8JsonWriter json, ProjectRequest project)
    {
        json.WriteStartObject();
        json.WriteString("id", project.Id);
        json.WriteNumber("phase", project.Phase);
        json.WriteString("category", project.Category);
        WriteParcels(json, project.Parcels);
        json.WriteEndObject();
    }

    private static void WriteParcels(Utf8JsonWriter json, IReadOnlyList<string> ids)
    {
        json.WritePropertyName("parcels");
        WriteIds(json, ids);
    }

    private static void WriteIds(Utf8JsonWriter json, IReadOnlyList<string> ids)
    {
        json.WriteStartArray();
        ids.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    private static void WriteLists<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
    }
}
