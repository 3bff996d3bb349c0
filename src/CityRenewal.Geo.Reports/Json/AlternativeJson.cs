using System.Text.Json;
using CityRenewal.Geo.Cities;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>What alternatives are compared by, and the outer front, as JSON.</summary>
internal static class AlternativeJson
{
    public static void WriteComparison(Utf8JsonWriter json, MeasuredAlternatives measured, int index)
    {
        var plan = measured.Found.Alternatives[index];
        json.WriteNumber("rank", plan.Rank);
        json.WriteNumber("objective_at_request", plan.ObjectiveAtRequest);
        json.WriteOptional("gap_at_request", plan.GapAtRequest);
        json.WriteNumber("net_benefit_m2", plan.NetBenefit);
        json.WriteNumber("perimeter_m", plan.Perimeter);
        json.WriteNumber("net_area_m2", plan.NetArea);
        json.WriteOptional("polsby_popper", measured.MeanOf(plan.Rank, "polsby_popper"));
        json.WriteNumber("elective_demolition_m2", plan.ElectiveDemolition);
        json.WriteNumber("demolition_m2", plan.Demolition);
        json.WriteNumber("demolished_unknown", plan.DemolishedUnknown);
        json.WriteBoolean("is_least_demolition", plan.IsLeastDemolition);
        json.WriteNumber("difference", plan.Difference);
        json.WriteNumber("distance_to_front_m2", plan.DistanceToFront);
    }

    /// <summary>The lines of the front, and its corners over the lengths that the plans have.</summary>
    public static void WriteFront(Utf8JsonWriter json, MeasuredAlternatives measured)
    {
        var (front, plans) = (measured.Found.Front, measured.Found.Alternatives);
        json.WriteNumber("alternatives_asked", measured.Found.Asked);
        json.WriteStartObject("front");
        json.WriteStartArray("lines");
        foreach (var line in front.Lines)
        {
            json.WriteStartObject();
            json.WriteNumber("lambda", line.Lambda);
            json.WriteNumber("bound", line.Bound);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("corners");
        foreach (var (perimeter, benefit) in front.Corners(plans.Min(plan => plan.Perimeter), plans.Max(plan => plan.Perimeter)))
        {
            json.WriteStartObject();
            json.WriteNumber("perimeter_m", perimeter);
            json.WriteNumber("most_benefit_m2", benefit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
