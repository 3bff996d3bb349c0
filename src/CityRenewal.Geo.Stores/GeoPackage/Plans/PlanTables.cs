using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>The tables of a plan that have no geometry: what was asked for, and the record of the run.</summary>
internal static class PlanTables
{
    /// <summary>Name, value and unit of everything that was asked for.</summary>
    internal static IEnumerable<IReadOnlyList<string?>> Parameters(ProposalOptions options, City city) =>
    [
        ["lambda", Text(options.Lambda), "m"],
        ["minimum_area_m2", Text(options.MinimumArea), "m²"],
        ["maximum_area_m2", Text(options.MaximumArea), "m²"],
        ["need_threshold", Text(options.NeedThreshold), "1"],
        ["street_width_m", Text(options.StreetWidth), "m"],
        ["minimum_contact_m", Text(options.MinimumContact), "m"],
        ["elective_demolition_limit", Text(options.ElectiveDemolitionLimit), "1"],
        ["elective_purpose", options.ElectivePurpose, null],
        ["padding_need", Text(options.PaddingNeed), "1"],
        ["renovation_age_years", Text(options.RenovationAge), "a"],
        ["reference_year", Text(options.ReferenceYear ?? city.BaselineYear), "a"],
        ["udb_tolerance_m", Text(options.UdbToleranceInForce), "m"],
        ["udb_tolerance_origin", options.UdbToleranceOrigin, null],
    ];

    /// <summary>What makes the run repeatable, and how far the plan can be from the best.</summary>
    internal static IEnumerable<IReadOnlyList<string?>> RunRecord(Plan plan, City city) =>
    [
        ["city_name", city.Name],
        ["data_version", plan.DataVersion],
        ["classification", $"{city.Classification.Wire()} {city.Classification.Chinese()}"],
        ["seed", plan.Options.Seed.ToString(CultureInfo.InvariantCulture)],
        ["objective_m2", Text(plan.Objective)],
        ["bound_m2", Text(plan.Bound)],
        ["gap", Text(plan.Gap)],
        ["candidate_area_m2", Text(plan.CandidateArea)],
        ["disclaimer", "辅助核对结果,不替代法定审查 · A review aid, not an approval."],
    ];

    private static string? Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
