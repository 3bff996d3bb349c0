using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Buildings;

/// <summary>The buildings of all cells as one layer.</summary>
internal static class BuildingLayer
{
    /// <summary>The layer.</summary>
    public static SourceLayer Of(IReadOnlyList<CellParcels> cells)
    {
        var rows = Joined.Rows(cells, cell => cell.BuildingRows);
        return new SourceLayer
        {
            Name = LayerNames.Buildings,
            Epsg = Bend.Epsg,
            Origin = SampleCity.OriginOfLayers,
            Shapes = ShapeSink.Join([.. cells.Select(cell => cell.Buildings)], ShapeKind.Polygon),
            Columns = [.. Texts(rows), .. Numbers(rows)],
        };
    }

    private static SourceColumn[] Texts(BuildingRow[] rows) =>
    [
        new TextSource("building_id", Joined.Texts(rows, (in row, into) => SampleIds.Building(row.Parcel, row.Number, into))),
        new TextSource(
            "parcel_id", Joined.Texts(rows, (in row, into) => row.NamesParcel ? SampleIds.Parcel(row.Parcel, into) : 0)),
        new TextSource("floor_area_origin", Joined.Words(rows, Words.FloorAreaOrigins, row => row.Origin)),
        new TextSource("structure", Joined.Words(rows, Words.Structures, row => row.Structure)),
        new TextSource("danger_grade", Joined.Words(rows, Words.DangerGrades, row => row.Danger)),
        new TextSource("danger_certificate", Joined.Texts(rows, (in row, into) => Code("危鉴"u8, row.Certificate, into))),
        new TextSource("repair_value", Joined.Words(rows, Words.RepairValues, row => row.Repair)),
        new TextSource("illegal_decision", Joined.Texts(rows, (in row, into) => Code("违决"u8, row.Decision, into))),
        new TextSource("use", Joined.Words(rows, Words.Uses, row => row.Use)),
    ];

    private static SourceColumn[] Numbers(BuildingRow[] rows) =>
    [
        new IntegerSource("storeys_above", Joined.Integers(rows, row => row.Above)),
        new IntegerSource("storeys_below", Joined.Integers(rows, row => row.Below)),
        new RealSource("floor_area_m2", Joined.Numbers(rows, row => row.FloorArea)),
        new IntegerSource("year_built", Joined.Integers(rows, row => row.Built)),
        new RealSource("illegal_area_m2", Joined.Numbers(rows, row => row.Illegal)),
        new IntegerSource("households", Joined.Integers(rows, row => row.Households)),
        new IntegerSource("people", Joined.Integers(rows, row => row.People)),
        new IntegerSource("renewed_year", Joined.Integers(rows, row => row.Renewed)),
    ];

    private static int Code(ReadOnlySpan<byte> prefix, int number, Span<byte> into)
    {
        if (number == 0)
        {
            return 0;
        }

        prefix.CopyTo(into);
        number.TryFormat(into[prefix.Length..], out var digits, "D5", CultureInfo.InvariantCulture);
        return prefix.Length + digits;
    }
}
