using System.Globalization;
using System.Text.Json;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>A register, its sums and a review against it as `renewal register` and `renewal review` print them.</summary>
public static class RegisterJson
{
    /// <summary>Entries with parcels and their whole history.</summary>
    public static string OfEntries(IEnumerable<RegisterEntry> entries) => JsonText.Of(json =>
    {
        WriteList(json, "entries", entries, entry => WriteEntry(json, entry));
        json.WriteString("disclaimer", MeasuredPlan.Disclaimer);
    });

    /// <summary>One entry with all demolition on its land since the baseline.</summary>
    public static string OfEntry(RegisterEntry entry, AreaBaseline? baseline, CumulativeDemolition demolition) => JsonText.Of(json =>
    {
        json.WriteStartObject("entry");
        WriteEntry(json, entry);
        json.WriteEndObject();
        json.WriteStartObject("cumulative_demolition");
        WriteDemolition(json, demolition, baseline);
        json.WriteEndObject();
        json.WriteString("disclaimer", MeasuredPlan.Disclaimer);
    });

    /// <summary>Rows under their headings, numbers as numbers.</summary>
    public static string OfRows(string name, IEnumerable<IReadOnlyList<string>> rows) => JsonText.Of(json =>
    {
        var all = rows.ToList();
        WriteList(json, name, all.Skip(1), row =>
        {
            for (var i = 0; i < row.Count; i++)
            {
                WriteCell(json, all[0][i], row[i]);
            }
        });
        json.WriteString("disclaimer", MeasuredPlan.Disclaimer);
    });

    /// <summary>The object `register` of a review.</summary>
    internal static void WriteReview(Utf8JsonWriter json, RegisterReview review, RulePack pack, City city)
    {
        json.WriteStartObject("register");
        WriteList(json, "overlaps", review.Overlaps, overlap =>
        {
            json.WriteString("boundary", overlap.Boundary);
            json.WriteString("entry", overlap.Entry.Id);
            json.WriteString("kind", RegisterRows.Wire(overlap.Entry.Kind));
            json.WriteString("state", overlap.Entry.State.Wire());
            json.WriteBoolean("is_inside", overlap.IsInside);
            json.WriteBoolean("is_conflict", overlap.IsConflict);
            json.WriteNumber("land_m2", overlap.LandM2);
            WriteTexts(json, "parcels", overlap.Parcels);
        });
        FindingJson.Write(json, [.. review.LandFindings, .. review.Findings.Select(found => found.Finding)], pack, city);
        WriteList(json, "cumulative_demolition", review.Findings, found =>
        {
            json.WriteString("area", found.Finding.Area);
            json.WriteString("project", found.Finding.Project);
            json.WriteString("rule", found.Finding.Rule.Id);
            WriteDemolition(json, found.Demolition, found.Baseline);
        });
        WriteList(json, "vanished_parcels", review.Vanished, vanished =>
        {
            json.WriteString("entry", vanished.Entry);
            json.WriteNumber("parcels", vanished.Parcels);
        });
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, RegisterEntry entry)
    {
        json.WriteString("id", entry.Id);
        json.WriteString("kind", RegisterRows.Wire(entry.Kind));
        json.WriteString("area", entry.Area);
        json.WriteString("name", entry.Name);
        json.WriteString("category", entry.Category);
        json.WriteString("phase", entry.Phase);
        json.WriteString("state", entry.State.Wire());
        json.WriteString("state_chinese", entry.State.Chinese());
        json.WriteOptional("fiscal_coefficient", entry.FiscalCoefficient);
        json.WriteNumber("land_m2", entry.LandM2);
        WriteTexts(json, "parcels", entry.Parcels.Select(parcel => parcel.Id));
        WriteList(json, "history", entry.History, step =>
        {
            json.WriteString("state", step.State.Wire());
            json.WriteString("date", step.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("document", step.Document);
        });
        json.WriteBoolean("has_disposition", entry.HasDisposition);
        json.WriteNumber("buildings_demolished", entry.Claims.Count);
    }

    private static void WriteDemolition(Utf8JsonWriter json, CumulativeDemolition demolition, AreaBaseline? baseline)
    {
        json.WriteString("baseline_date", baseline?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("existing_m2", demolition.Existing.Value);
        json.WriteNumber("elective_m2", demolition.Elective.Value);
        json.WriteNumber("exempt_m2", demolition.Exempt.Value);
        json.WriteOptional("ratio", demolition.Ratio(Metrics.ExemptReading.OutOfNumerator).Value);
        json.WriteOptional("ratio_exempt_out_of_both", demolition.Ratio(Metrics.ExemptReading.OutOfBoth).Value);
        WriteList(json, "buildings", demolition.Buildings.Where(one => one.Elective + one.Exempt > 0), one =>
        {
            json.WriteString("building", one.Building.Id);
            json.WriteOptional("floor_area_m2", one.Building.FloorArea.Value);
            json.WriteNumber("elective_share", one.Elective);
            json.WriteNumber("exempt_share", one.Exempt);
            json.WriteBoolean("is_gone", one.IsGone);
            WriteTexts(json, "by", one.By);
        });
    }

    private static void WriteCell(Utf8JsonWriter json, string name, string text)
    {
        // Ids of digits stay texts: only what is a number by its name is one.
        var isText = name is "unit" or "unit_name" or "level" or "kind" or "label" or "project" or "name";
        if (!isText && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            json.WriteNumber(name, number);
        }
        else if (text.Length == 0 && !isText)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
