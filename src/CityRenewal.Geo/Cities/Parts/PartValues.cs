using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// The values of a building of parts. Counts are summed over the parts that know them; an illegal part of unknown size
/// leaves the sum unknown; everything else is what the largest part that knows it says.
/// </summary>
/// <param name="columns">What the rows say.</param>
/// <param name="rows">The parts, the largest first; equal ones the earlier built first.</param>
internal sealed class PartValues(PartColumns columns, IReadOnlyList<int> rows)
{
    /// <summary>Columns in which parts that differ are listed.</summary>
    public static readonly IReadOnlyList<string> Compared = ["year_built", "danger_grade", "repair_value"];

    /// <summary>Storeys above ground: those of the highest part.</summary>
    public int StoreysAbove() => rows
        .Where(row => !columns.IsBasement(row) && !columns.IsHanging(row))
        .Select(row => Math.Max(columns.Storeys(row) ?? Unknown.Integer, columns.Level(row) ?? Unknown.Integer))
        .DefaultIfEmpty(Unknown.Integer)
        .Max();

    /// <summary>Storeys below ground or below the street side: what a part says, or the parts that are such storeys.</summary>
    public int StoreysBelow()
    {
        var said = rows.Select(row => PartColumns.Number(columns.Layer.Column("storeys_below"), row)).Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Max();
        var below = rows.Where(row => columns.IsBasement(row) || columns.IsHanging(row)).ToList();
        var levels = below.Where(row => columns.Level(row) is not null).Select(row => columns.Level(row)).Distinct().Count();
        var blocks = below.Where(row => columns.Level(row) is null).Select(row => columns.Storeys(row) ?? 1).DefaultIfEmpty(0).Max();
        return below.Count > 0 ? Math.Max(double.IsNaN(said) ? 0 : (int)said, Math.Max(levels, blocks))
            : double.IsNaN(said) ? Unknown.Integer
            : (int)said;
    }

    /// <summary>The weakest origin among the floor areas that the parts give.</summary>
    public string Origin(bool isComputed)
    {
        var origins = rows.Where(row => !double.IsNaN(columns.FloorArea(row)))
            .Select(row => columns.Layer.Column("floor_area_origin")?.TextOf(row) ?? "").ToHashSet();
        return isComputed || origins.Contains("storeys_times_footprint") ? "storeys_times_footprint"
            : origins.Count == 1 ? origins.Single()
            : origins.Contains("") ? ""
            : "registered";
    }

    /// <summary>A count or an area over all parts; NaN where no part knows it.</summary>
    public double Sum(SourceColumn column)
    {
        var values = rows.Select(row => PartColumns.Number(column, row)).ToList();
        var isSumOfAll = column.Name == "illegal_area_m2";
        return isSumOfAll && values.Exists(double.IsNaN) ? double.NaN
            : values.TrueForAll(double.IsNaN) ? double.NaN
            : values.Where(value => !double.IsNaN(value)).Sum();
    }

    /// <summary>The largest part that knows the column; -1 where none does.</summary>
    public int Speaker(SourceColumn column) => rows.Where(row => column.TextOf(row).Length > 0).DefaultIfEmpty(-1).First();

    /// <summary>The compared columns that the parts fill differently, with what they say.</summary>
    public IEnumerable<string> Differences() =>
        from name in Compared
        let column = columns.Layer.Column(name)
        where column is not null
        let words = rows.Select(column.TextOf).Where(text => text.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList()
        where words.Count > 1
        select $"{name} is {string.Join(" and ", words)}, taken as {column.TextOf(Speaker(column))}";
}
