using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// The facts of all parcels as a table, one row per parcel. The standard columns are always there, so that a script finds
/// them; where a layer is missing their cells are empty.
/// </summary>
public sealed class FactTable
{
    private FactTable(IReadOnlyList<FactColumn> columns, int rows)
    {
        Columns = columns;
        Rows = rows;
    }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<FactColumn> Columns { get; }

    /// <summary>Number of rows: parcels.</summary>
    public int Rows { get; }

    /// <summary>The table of a city's parcels.</summary>
    public static FactTable Of(City city, ParcelFacts facts) => new(
        [
            FactColumn.Text("parcel_id", i => city.Parcels.Ids[i]),
            FactColumn.Quantity("area_m2", i => facts.AreaM2[i]),
            FactColumn.Quantity("legal_area_m2", i => city.Parcels.LegalAreas[i]),
            .. ThemeColumns(facts),
            .. OutsideColumns(facts),
            .. DivisionColumns(city, facts),
            FactColumn.Count("protected_items", facts.ProtectedItems.CountOf),
            .. BuildingColumns(facts),
        ],
        facts.Count);

    /// <summary>The table as lines of CSV (RFC 4180 quoting), the header first.</summary>
    public IEnumerable<string> ToCsvLines()
    {
        yield return string.Join(',', Columns.Select(column => Quoted(column.Name)));
        for (var row = 0; row < Rows; row++)
        {
            var i = row;
            yield return string.Join(',', Columns.Select(column => Quoted(column.CellOf(i))));
        }
    }

    private static IEnumerable<FactColumn> ThemeColumns(ParcelFacts facts)
    {
        var further = facts.Columns.Select(column => column.Name).Except(LayerTheme.Standard.Select(theme => theme.Name));
        foreach (var name in LayerTheme.Standard.Select(theme => theme.Name).Concat(further))
        {
            var column = facts.Column(name);
            yield return column is null
                ? FactColumn.Unknown($"{name}_area_m2")
                : FactColumn.Quantity($"{name}_area_m2", column.AreaOf);
            yield return column is null
                ? FactColumn.Unknown($"{name}_share")
                : FactColumn.Share($"{name}_share", column.ShareOf);
        }
    }

    private static IEnumerable<FactColumn> OutsideColumns(ParcelFacts facts)
    {
        if (facts.Udb is not { } udb || facts.OutsideUdb is not { } outside)
        {
            return
            [
                FactColumn.Unknown("udb_outside_area_m2"),
                FactColumn.Unknown("udb_outside_width_m"),
                FactColumn.Unknown("udb_on_the_line"),
            ];
        }

        return
        [
            FactColumn.Quantity("udb_outside_area_m2", outside.AreaOf),
            FactColumn.Quantity("udb_outside_width_m", outside.WidthOf),
            FactColumn.Count("udb_on_the_line", i => udb.IsOnTheLine(i) ? 1 : 0),
        ];
    }

    private static IEnumerable<FactColumn> DivisionColumns(City city, ParcelFacts facts)
    {
        foreach (var name in LayerDivision.Standard.Union(LayerDivision.Of(city).Select(division => division.Name)))
        {
            var stem = LayerDivision.ColumnOf(name);
            if (!facts.Divisions.TryGetValue(name, out var shares))
            {
                yield return FactColumn.Unknown(stem);
                yield return FactColumn.Unknown($"{stem}_share");
                continue;
            }

            var zones = city.Layer(LayerDivision.LayerOf(name));
            yield return FactColumn.Text(stem, i => shares.Main[i] < 0 ? "" : zones.Ids[shares.Main[i]]);
            yield return FactColumn.Share($"{stem}_share", i => shares.MainAreaOf(i) / facts.AreaM2[i]);
        }
    }

    private static IEnumerable<FactColumn> BuildingColumns(ParcelFacts facts) =>
    [
        FactColumn.Quantity("floor_area_m2", i => facts.FloorArea[i].Value),
        FactColumn.Quantity("floor_area_low_m2", i => facts.FloorArea[i].Low),
        FactColumn.Quantity("floor_area_high_m2", i => facts.FloorArea[i].High),
        FactColumn.Count("floor_area_unknown_buildings", i => facts.Sums.UnknownFloorAreas[i]),
        FactColumn.Count("buildings", i => facts.Sums.Buildings[i]),
        FactColumn.Quantity("footprint_area_m2", i => facts.Sums.Footprint[i]),
        FactColumn.Share("coverage", facts.CoverageOf),
        FactColumn.Quantity("households", i => facts.Sums.Households[i]),
        FactColumn.Quantity("people", i => facts.Sums.People[i]),
        FactColumn.Count("people_unknown_buildings", i => facts.Sums.UnknownPeople[i]),
    ];

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
