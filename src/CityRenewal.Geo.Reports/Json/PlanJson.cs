using System.Text.Json;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>A plan as the contract of `renewal propose --json` has it.</summary>
public static class PlanJson
{
    // Written once, as the land fabric has them.
    private static readonly HashSet<string> OfTheFabric = ["gross_area_m2", "net_area_m2", "perimeter_m"];

    /// <summary>The document: plans, and what a reader must know.</summary>
    public static string Of(MeasuredPlan measured, City city) => JsonText.Of(json => Write(json, measured, city));

    /// <summary>The same document, in UTF-8, to a stream.</summary>
    public static void To(Stream stream, MeasuredPlan measured, City city) => JsonText.Write(stream, json => Write(json, measured, city));

    /// <summary>The document of several plans, in UTF-8, to a stream: each with its rank and what it is compared by.</summary>
    public static void To(Stream stream, MeasuredAlternatives measured, City city) => JsonText.Write(stream, json =>
    {
        json.WriteStartArray("plans");
        for (var i = 0; i < measured.Plans.Count; i++)
        {
            json.WriteStartObject();
            AlternativeJson.WriteComparison(json, measured, i);
            WritePlan(json, measured.Plans[i], city);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        AlternativeJson.WriteFront(json, measured);
        json.WriteString("disclaimer", MeasuredPlan.Disclaimer);
    });

    private static void Write(Utf8JsonWriter json, MeasuredPlan measured, City city)
    {
        json.WriteStartArray("plans");
        json.WriteStartObject();
        WritePlan(json, measured, city);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("disclaimer", MeasuredPlan.Disclaimer);
    }

    private static void WritePlan(Utf8JsonWriter json, MeasuredPlan measured, City city)
    {
        var plan = measured.Plan;
        json.WriteNumber("objective", plan.Objective);
        json.WriteNumber("bound", plan.Bound);
        json.WriteOptional("gap", plan.Gap);
        json.WriteOptional("absolute_gap", plan.AbsoluteGap);
        json.WriteNumber("obligatory_benefit_m2", plan.ObligatoryBenefit);
        json.WriteBoolean("bound_proven", plan.IsBoundProven);
        json.WriteNumber("lambda", plan.Options.Lambda);
        json.WriteNumber("seed", plan.Options.Seed);
        json.WriteString("work", plan.Work);
        json.WriteBoolean("is_cut_short", plan.IsCutShort);
        if (plan.ChangedLand is { } changed)
        {
            json.WriteNumber("change_price", plan.Options.From!.ChangePrice);
            json.WriteNumber("changed_land_m2", changed);
        }

        WriteLimits(json, plan.Options);
        LimitsJson.Write(json, plan.Options.Limits);
        LimitsJson.Write(json, plan.PricedBreaches);
        LimitsJson.Write(json, plan.Conflict);
        json.WriteString("data_version", plan.DataVersion);
        json.WriteString("classification", city.Classification.Wire());
        json.WriteNumber("chosen_share", measured.ChosenShare);
        json.WriteStartArray("areas");
        for (var i = 0; i < plan.Areas.Count; i++)
        {
            WriteArea(json, measured, i, city);
            json.FlushIfMuch();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in plan.Notes)
        {
            json.WriteStartObject();
            json.WriteString("code", note.Code);
            json.WriteString("text", note.Text);
            json.WriteString("text_chinese", note.TextChinese);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (measured.Rules is { } pack)
        {
            RulesJson.Write(json, pack);
            FindingJson.Write(json, measured.Findings, pack, city);
        }
    }

    private static void WriteLimits(Utf8JsonWriter json, ProposalOptions options)
    {
        json.WriteNumber("minimum_area_m2", options.MinimumArea);
        json.WriteNumber("maximum_area_m2", options.MaximumArea);
        json.WriteNumber("need_threshold", options.NeedThreshold);
        json.WriteNumber("street_width_m", options.StreetWidth);
        json.WriteNumber("minimum_contact_m", options.MinimumContact);
        json.WriteNumber("udb_tolerance_m", options.UdbToleranceInForce);
        json.WriteString("udb_tolerance_origin", options.UdbToleranceOrigin);
        json.WriteNumber("elective_demolition_limit", options.ElectiveDemolitionLimit);
        json.WriteString("elective_purpose", options.ElectivePurpose);
        if (options.HasFloorWorth)
        {
            json.WriteNumber("demolition_worth", options.DemolitionWorth);
            json.WriteNumber("new_floor_area_worth", options.NewFloorAreaWorth);
        }

        json.WriteOptional("reference_year", options.ReferenceYear);
        WriteIds(json, "locked_in", options.LockedIn);
        WriteIds(json, "locked_out", options.LockedOut);
    }

    // Written only where a request has them: the locks of the city stand in its parcel layer.
    private static void WriteIds(Utf8JsonWriter json, string name, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var id in ids.Order(StringComparer.Ordinal))
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }

    private static void WriteArea(
        Utf8JsonWriter json, MeasuredPlan measured, int index, City city)
    {
        var area = measured.Plan.Areas[index];
        json.WriteStartObject();
        json.WriteString("id", area.Id);
        json.WriteString("planning_unit", area.Unit < 0 ? "" : city.Layer(LayerNames.PlanningUnits).Ids[area.Unit]);
        json.WriteNumber("gross_area_m2", area.GrossArea);
        json.WriteNumber("net_area_m2", area.NetArea);
        json.WriteNumber("perimeter_m", area.Perimeter);
        json.WriteNumber("snapped_m2", measured.SnappedM2[index]);
        json.WriteOptional("need", area.Need);
        json.WriteNumber("need_known_share", area.NeedKnownShare);
        json.WriteNumber("benefit", area.Benefit);
        foreach (var (name, value) in measured.Measures[index].All.Where(measure => !OfTheFabric.Contains(measure.Name.Wire)))
        {
            json.WriteMeasure(name, value);
        }

        if (measured.Profiles.Count > 0)
        {
            ProfileJson.Write(json, measured.Profiles[index]);
        }

        WriteIds(json, "projects", area.Projects);
        json.WriteStartArray("parcels");
        foreach (var id in area.Parcels.Select(parcel => city.Parcels.Ids[parcel]).Order(StringComparer.Ordinal))
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        WriteDispositions(json, area, city);
        json.WriteEndObject();
    }

    private static void WriteDispositions(Utf8JsonWriter json, RenewalArea area, City city)
    {
        json.WriteStartArray("dispositions");
        foreach (var item in area.Dispositions.OrderBy(item => city.Buildings.Ids[item.Building], StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("building", city.Buildings.Ids[item.Building]);
            json.WriteString("disposition", item.Disposition switch
            {
                Disposition.Renovate => "renovate",
                Disposition.Demolish => "demolish",
                _ => "retain",
            });
            json.WriteString("demolition_kind", item.Demolition switch
            {
                DemolitionKind.Exempt => "exempt",
                DemolitionKind.ElectiveCandidate => "elective_candidate",
                _ => "none",
            });
            json.WriteString("reason", item.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
