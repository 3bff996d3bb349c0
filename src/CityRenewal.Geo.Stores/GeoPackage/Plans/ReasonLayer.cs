using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage.Plans;

/// <summary>All parcels of a city with the main reason why each is in or out; rows in the order of the city.</summary>
internal static class ReasonLayer
{
    internal const string Name = "parcel_reasons";

    internal static SourceLayer Of(PlanReasons reasons, PlanFrequency? frequency)
    {
        var city = reasons.City;
        int[] rows = [.. Enumerable.Range(0, reasons.Count)];
        return new SourceLayer
        {
            Name = Name,
            Epsg = city.Epsg,
            Shapes = GridShapes.ToSource(city.Parcels.Shapes, rows, PlaneTransform.Between(city.Epsg, city.Plane)),
            Columns =
            [
                new TextSource("parcel_id", TextColumn.From(rows.Select(parcel => city.Parcels.Ids[parcel]))),
                new TextSource("is_in", TextColumn.From(rows.Select(parcel => reasons.IsIn(parcel) ? "yes" : "no"))),
                new TextSource("area_id", TextColumn.From(rows.Select(parcel => AreaOf(reasons, parcel)))),
                .. ColumnsOf(reasons, rows),
                .. frequency is null ? [] : FrequencyColumns(frequency, rows),
            ],
        };
    }

    /// <summary>Reason, sentence and change of the objective of some parcels.</summary>
    internal static IEnumerable<SourceColumn> ColumnsOf(PlanReasons reasons, IReadOnlyList<int> parcels)
    {
        var texts = parcels.Select(parcel => SentenceWriter.Of(reasons, parcel)).ToList();
        yield return new TextSource("reason", TextColumn.From(parcels.Select(parcel => reasons.Codes[parcel].Wire())));
        yield return new TextSource("reason_chinese", TextColumn.From(texts.Select(text => text.TextChinese)));
        yield return new TextSource("reason_text", TextColumn.From(texts.Select(text => text.Text)));
        yield return new RealSource("objective_change_m2", [.. parcels.Select(parcel => reasons.ObjectiveChanges[parcel])]);
    }

    private static IEnumerable<SourceColumn> FrequencyColumns(PlanFrequency frequency, int[] rows) =>
    [
        new IntegerSource("in_plans", [.. rows.Select(parcel => frequency.Counts[parcel])]),
        new IntegerSource("of_plans", [.. rows.Select(_ => frequency.Plans)]),
    ];

    private static string? AreaOf(PlanReasons reasons, int parcel) =>
        reasons.AreaInQuestion[parcel] is >= 0 and var area ? reasons.Areas[area].Id : null;
}
