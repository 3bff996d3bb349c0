using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>The layers of a plan, rows in the order of areas and then of ids.</summary>
internal static class PlanLayers
{
    internal const string RenewalAreas = "renewal_areas";
    internal const string AreaParcels = "area_parcels";
    internal const string Dispositions = "dispositions";

    internal static IEnumerable<(SourceLayer Layer, string Title)> Of(City city, PlanContent content)
    {
        var plan = content.Plan;
        var transform = PlaneTransform.Between(city.Epsg, city.Plane);
        yield return (Areas(city, content, transform), "更新片区 Renewal areas");
        yield return (Parcels(city, content, transform), "片区地块 Parcels of areas");
        yield return (Buildings(city, plan, transform), "建筑处置 Dispositions");
        if (content.Rules is not null)
        {
            yield return (FindingLayer.Of(city, content, transform), FindingLayer.Title);
        }
    }

    private static SourceLayer Areas(City city, PlanContent content, PlaneTransform transform)
    {
        var areas = content.Plan.Areas;
        var units = city.Layer(LayerNames.PlanningUnits).Ids;
        List<SourceColumn> columns =
        [
            Text("area_id", areas, area => area.Id),
            Text("planning_unit", areas, area => area.Unit < 0 ? null : units[area.Unit]),
            new IntegerSource("parcels", [.. areas.Select(area => area.Parcels.Count)]),
            Real("gross_area_m2", areas, area => area.GrossArea),
            Real("net_area_m2", areas, area => area.NetArea),
            Real("perimeter_m", areas, area => area.Perimeter),
            Real("benefit", areas, area => area.Benefit),
            Real("need", areas, area => area.Need),
            Real("need_known_share", areas, area => area.NeedKnownShare),
        ];
        columns.AddRange(ProfileColumns(content.Profiles));
        columns.AddRange(MeasureColumns(content.Measures, columns));
        var shapes = GridShapes.ToSource([.. areas.Select(area => area.Outline)], transform);
        return Layer(RenewalAreas, city, shapes, columns);
    }

    private static IEnumerable<SourceColumn> ProfileColumns(IReadOnlyList<AreaProfile> profiles) => profiles.Count == 0 ? [] :
    [
        Text("categories", profiles, profile => string.Join(", ", profile.Categories.Labels.Select(label => label.Definition.Id))),
        Text("categories_chinese", profiles, profile => string.Join("、", profile.Categories.Labels.Select(label => label.Definition.TitleChinese))),
        Text("problems", profiles, profile => profile.Problems is { } problems ? string.Join(", ", problems.Select(problem => problem.Problem).Distinct()) : null),
        Real("need_rank", profiles, profile => profile.Ranked.Rank),
    ];

    // Areas and perimeter are the land fabric's; a measure of the same name is the same number.
    private static IEnumerable<SourceColumn> MeasureColumns(
        IReadOnlyList<IReadOnlyList<KeyValuePair<string, double?>>> measures, IReadOnlyList<SourceColumn> given)
    {
        var names = measures.SelectMany(row => row.Select(measure => measure.Key)).Distinct()
            .Where(name => given.All(column => column.Name != name));
        return names.Select(name => new RealSource(
            name, [.. measures.Select(row => row.FirstOrDefault(measure => measure.Key == name).Value ?? Unknown.Real)]));
    }

    private static SourceLayer Parcels(City city, PlanContent content, PlaneTransform transform)
    {
        var rows = content.Plan.Areas
            .SelectMany(area => area.Parcels.Order(ById(city.Parcels.Ids)).Select(parcel => (Area: area.Id, Parcel: parcel)))
            .ToList();
        return Layer(AreaParcels, city, GridShapes.ToSource(city.Parcels.Shapes, [.. rows.Select(row => row.Parcel)], transform), [
            Text("area_id", rows, row => row.Area),
            Text("parcel_id", rows, row => city.Parcels.Ids[row.Parcel]),
            Text("land_use", rows, row => city.Parcels.LandUse[row.Parcel]),
            Real("legal_area_m2", rows, row => city.Parcels.LegalAreas[row.Parcel]),
            .. content.Reasons is { } reasons ? ReasonLayer.ColumnsOf(reasons, [.. rows.Select(row => row.Parcel)]) : [],
        ]);
    }

    private static SourceLayer Buildings(City city, Plan plan, PlaneTransform transform)
    {
        var ids = ById(city.Buildings.Ids);
        var rows = plan.Areas
            .SelectMany(area => area.Dispositions
                .OrderBy(disposition => disposition.Building, ids).Select(disposition => (Area: area.Id, What: disposition)))
            .ToList();
        var buildings = city.Buildings;
        return Layer(Dispositions, city, GridShapes.ToSource(buildings.Shapes, [.. rows.Select(row => row.What.Building)], transform), [
            Text("area_id", rows, row => row.Area),
            Text("building_id", rows, row => buildings.Ids[row.What.Building]),
            Text("disposition", rows, row => Word(row.What.Disposition)),
            Text("demolition_kind", rows, row => Word(row.What.Demolition)),
            Text("reason", rows, row => row.What.Reason),
            new IntegerSource("year_built", [.. rows.Select(row => buildings.YearBuilt[row.What.Building])]),
            new IntegerSource("storeys_above", [.. rows.Select(row => buildings.StoreysAbove[row.What.Building])]),
            Real("floor_area_m2", rows, row => buildings.FloorArea[row.What.Building]),
        ]);
    }

    private static SourceLayer Layer(string name, City city, SourceShapes shapes, IReadOnlyList<SourceColumn> columns) =>
        new() { Name = name, Epsg = city.Epsg, Shapes = shapes, Columns = columns };

    private static IComparer<int> ById(TextColumn ids) =>
        Comparer<int>.Create((one, other) => ids.Utf8(one).SequenceCompareTo(ids.Utf8(other)) is var byId and not 0 ? byId : one.CompareTo(other));

    private static TextSource Text<T>(string name, IEnumerable<T> rows, Func<T, string?> value) =>
        new(name, TextColumn.From(rows.Select(value)));

    private static RealSource Real<T>(string name, IEnumerable<T> rows, Func<T, double?> value) =>
        new(name, [.. rows.Select(row => value(row) ?? Unknown.Real)]);

    private static string Word(Disposition disposition) => disposition switch
    {
        Disposition.Renovate => "renovate",
        Disposition.Demolish => "demolish",
        _ => "retain",
    };

    private static string Word(DemolitionKind kind) => kind switch
    {
        DemolitionKind.Exempt => "exempt",
        DemolitionKind.ElectiveCandidate => "elective_candidate",
        _ => "none",
    };
}
