using System.Globalization;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>
/// The findings of a plan, one row each. Its shape is where to look: the buildings or parcels that the evidence names, else
/// the outline of the area.
/// </summary>
internal static class FindingLayer
{
    internal const string Name = "findings";
    internal const string Title = "核对发现 Findings";

    internal static SourceLayer Of(City city, PlanContent content, PlaneTransform transform)
    {
        var findings = content.Findings;
        var sources = content.Rules!.Sources.ToDictionary(source => source.Id);
        return new SourceLayer
        {
            Name = Name,
            Epsg = city.Epsg,
            Shapes = ShapesOf(city, content, transform),
            Columns =
            [
                Text("area_id", findings, finding => finding.Area),
                .. findings.Any(finding => finding.Project is not null) ? [Text("project", findings, finding => finding.Project)] : Array.Empty<SourceColumn>(),
                Text("rule", findings, finding => finding.Rule.Id),
                Text("verdict", findings, finding => finding.Verdict.Wire() ?? "not_applicable"),
                Text("wording_chinese", findings, finding => finding.WordingChinese),
                Text("wording", findings, finding => finding.Wording),
                Text("title_chinese", findings, finding => finding.Rule.TitleChinese),
                Text("title", findings, finding => finding.Rule.Title),
                Text("strength", findings, finding => finding.Rule.Strength.Wire()),
                Real("measured", findings, finding => finding.Judgement.Measured.Value),
                Real("measured_low", findings, finding => finding.Judgement.Measured.Low),
                Real("measured_high", findings, finding => finding.Judgement.Measured.High),
                Real("limit_in_force", findings, finding => finding.Judgement.Limit),
                Text("sense", findings, finding => finding.Judgement.Sense.Wire(finding.Judgement.IsStrict)),
                Text("unit", findings, finding => finding.Unit?.Wire()),
                Text("reason_chinese", findings, finding => finding.WhyNot?.TextChinese),
                Text("reason", findings, finding => finding.WhyNot?.Text),
                Text("citation", findings, finding => Cited(finding.Rule.Citation, sources)),
                Text("assumptions_chinese", findings, finding => Lines(finding.Assumptions.Select(assumption => assumption.TextChinese))),
                Text("assumptions", findings, finding => Lines(finding.Assumptions.Select(assumption => assumption.Text))),
                .. EvidenceColumns(city, findings),
            ],
        };
    }

    private static IEnumerable<SourceColumn> EvidenceColumns(City city, IReadOnlyList<Finding> findings) =>
    [
        Real("numerator", findings, finding => finding.Judgement.Evidence.Numerator),
        Real("denominator", findings, finding => finding.Judgement.Evidence.Denominator),
        Text("evidence_parcels", findings, finding => Ids(finding.Judgement.Evidence.Parcels, city.Parcels.Ids)),
        Text("evidence_buildings", findings, finding => Ids(finding.Judgement.Evidence.Buildings, city.Buildings.Ids)),
        Text("evidence_others", findings, finding => List(finding.Judgement.Evidence.Others)),
        Text("strips", findings, finding => Ids([.. finding.Judgement.Evidence.Strips.Select(strip => strip.Parcel)], city.Parcels.Ids)),
        Real("tolerance_m", findings, finding => finding.Judgement.Evidence.Tolerance),
        Text("sources", findings, finding => Lines(finding.Sources.Select(Said))),
        Text("members", findings, finding => List([.. finding.Judgement.Members.Select(Said)])),
        Real("strip_area_m2", findings, finding => finding.Judgement.Evidence.StripArea),
        Text("readings", findings, finding => List([.. finding.Judgement.Readings.Select(Said)])),
    ];

    private static SourceShapes ShapesOf(City city, PlanContent content, PlaneTransform transform)
    {
        var outlines = content.Plan.Areas.ToDictionary(area => area.Id, area => area.Outline);
        return GridShapes.ToSourceTogether(
            [
                .. content.Findings.Select(finding => finding.Judgement.Evidence switch
                {
                    { Buildings.Count: > 0 } evidence => (city.Buildings.Shapes, evidence.Buildings),
                    { Parcels.Count: > 0 } evidence => (city.Parcels.Shapes, evidence.Parcels),
                    _ => (outlines[finding.Area], (IReadOnlyList<int>)[0]),
                }),
            ],
            transform);
    }

    private static string Said(ReadingResult reading) => string.Create(
        CultureInfo.InvariantCulture, $"{reading.Id}: {reading.Verdict.Wire() ?? "not_applicable"}, {reading.Measured.Value:R}").TrimEnd(' ', ',');

    private static string Said(FindingSource source) =>
        $"{source.Layer}@{source.Version}{(source.Features.Count > 0 ? ": " + string.Join(", ", source.Features) : "")}";

    private static string Said(MemberResult member) => $"{member.Rule.Id}: {member.Judgement.Verdict.Wire() ?? "not_applicable"}";

    private static string Cited(Citation citation, Dictionary<string, PackSource> sources) =>
        sources.GetValueOrDefault(citation.Source) is { } source
            ? $"《{source.Title}》{(source.Number.Length > 0 ? $"（{source.Number}）" : "")}{citation.Clause}"
            : citation.Clause;

    private static string? Ids(IReadOnlyList<int> rows, TextColumn ids) => List([.. rows.Select(row => ids[row]).Order(StringComparer.Ordinal)]);

    private static string? List(IReadOnlyList<string> texts) => texts.Count == 0 ? null : string.Join(", ", texts);

    private static string? Lines(IEnumerable<string> texts) => string.Join("\n", texts) is { Length: > 0 } lines ? lines : null;

    private static TextSource Text(string name, IReadOnlyList<Finding> findings, Func<Finding, string?> value) =>
        new(name, TextColumn.From(findings.Select(value)));

    private static RealSource Real(string name, IReadOnlyList<Finding> findings, Func<Finding, double?> value) =>
        new(name, [.. findings.Select(finding => value(finding) ?? Unknown.Real)]);
}
