using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>The tables of a plan that have no geometry: what was asked for, and the record of the run.</summary>
internal static class PlanTables
{
    internal const string NameOfParameters = "parameters";
    internal const string NameOfEdits = "edits";
    private const string TitleOfParameters = "参数 Parameters";

    /// <summary>Name, value and unit of everything that was asked for, and of every number of the rule pack with where it comes from.</summary>
    internal static NamedTable Parameters(PlanContent content, City city)
    {
        var options = Options(content.Plan.Options, city);
        return content.Rules is not { } pack
            ? new NamedTable(NameOfParameters, TitleOfParameters, ["name", "value", "unit"], options)
            : new NamedTable(
                NameOfParameters,
                TitleOfParameters,
                ["name", "value", "unit", "of", "assumed", "source", "title_chinese", "title"],
                [.. options.Select(row => (IReadOnlyList<string?>)[.. row, "option", null, null, null, null]), .. OfPack(pack)]);
    }

    private static IEnumerable<IReadOnlyList<string?>> OfPack(RulePack pack) =>
        from parameter in pack.Parameters.Values.OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
        select (IReadOnlyList<string?>)
        [
            parameter.Name, Text(parameter.Value), parameter.Unit.Wire(), pack.Id, parameter.IsAssumed ? "yes" : "no",
            parameter.Source.Length > 0 ? parameter.Source : null, parameter.TitleChinese, parameter.Title,
        ];

    // Written only where a request has them, m² of benefit per m² of floor area.
    private static IEnumerable<IReadOnlyList<string?>> FloorWorths(ProposalOptions options) => options.HasFloorWorth
        ? [["demolition_worth", Text(options.DemolitionWorth), "1"], ["new_floor_area_worth", Text(options.NewFloorAreaWorth), "1"]]
        : [];

    private static IEnumerable<IReadOnlyList<string?>> Options(ProposalOptions options, City city) =>
    [
        ["lambda", Text(options.Lambda), "m"],
        ["minimum_area_m2", Text(options.MinimumArea), "m²"],
        ["maximum_area_m2", Text(options.MaximumArea), "m²"],
        ["need_threshold", Text(options.NeedThreshold), "1"],
        ["street_width_m", Text(options.StreetWidth), "m"],
        ["minimum_contact_m", Text(options.MinimumContact), "m"],
        ["elective_demolition_limit", Text(options.ElectiveDemolitionLimit), "1"],
        ["elective_purpose", options.ElectivePurpose, null],
        .. FloorWorths(options),
        ["padding_need", Text(options.PaddingNeed), "1"],
        ["renovation_age_years", Text(options.RenovationAge), "a"],
        ["reference_year", Text(options.ReferenceYear ?? city.BaselineYear), "a"],
        ["udb_tolerance_m", Text(options.UdbToleranceInForce), "m"],
        ["udb_tolerance_origin", options.UdbToleranceOrigin, null],
        ["alternatives", Text(options.Alternatives), null],
        ["least_difference", Text(options.LeastDifference), "1"],
        ["change_price", Text(options.From?.ChangePrice), "1"],
        ["kept_areas", Joined(options.From?.Areas.Where(area => area.IsKept).Select(area => area.Id).ToList() ?? []), null],
        ["locked_in", Joined(options.LockedIn), null],
        ["locked_out", Joined(options.LockedOut), null],
        .. StatedRows.Of(options.Stated),
        .. LimitRows.Of(options.Limits),
    ];

    private static string? Joined(IReadOnlyList<string> ids) =>
        ids.Count > 0 ? string.Join(";", ids.Order(StringComparer.Ordinal)) : null;

    /// <summary>The edits that made a plan what it is, in their order.</summary>
    internal static NamedTable Edits(IReadOnlyList<AppliedEdit> edits) => new(
        NameOfEdits, "编辑 Edits", ["number", "command", "text_chinese", "text"],
        edits.Select((edit, index) => (IReadOnlyList<string?>)[Text(index + 1), edit.Command, edit.TextChinese, edit.Text]));

    /// <summary>What makes the run repeatable, and how far the plan can be from the best.</summary>
    internal static IEnumerable<IReadOnlyList<string?>> RunRecord(PlanContent content, City city)
    {
        var plan = content.Plan;
        return [.. OfRun(plan, city), .. content.Rules is { } pack ? OfRules(pack) : [], Disclaimer];
    }

    private static readonly IReadOnlyList<string?> Disclaimer = ["disclaimer", MeasuredPlan.Disclaimer];

    private static IEnumerable<IReadOnlyList<string?>> OfRules(RulePack pack) =>
        [["rule_pack", pack.Id], ["rule_pack_version", pack.Version], ["rule_pack_hash", pack.Hash]];

    private static IEnumerable<IReadOnlyList<string?>> OfRun(Plan plan, City city) =>
    [
        ["city_name", city.Name],
        ["data_version", plan.DataVersion],
        ["classification", $"{city.Classification.Wire()} {city.Classification.Chinese()}"],
        ["seed", plan.Options.Seed.ToString(CultureInfo.InvariantCulture)],
        ["work", plan.Work],
        ["is_cut_short", plan.IsCutShort ? "yes" : "no"],
        ["changed_land_m2", Text(plan.ChangedLand)],
        ["objective_m2", Text(plan.Objective)],
        ["bound_m2", Text(plan.Bound)],
        ["gap", Text(plan.Gap)],
        ["absolute_gap_m2", Text(plan.AbsoluteGap)],
        ["obligatory_benefit_m2", Text(plan.ObligatoryBenefit)],
        ["bound_proven", plan.IsBoundProven ? "yes" : "no"],
        ["candidate_area_m2", Text(plan.CandidateArea)],
    ];

    private static string? Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
