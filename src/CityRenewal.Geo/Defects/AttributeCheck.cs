using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Attributes that are missing, impossible, or name something that is not there.</summary>
internal static class AttributeCheck
{
    /// <summary>More storeys than this are a slip of the hand: the tallest tower has 163 floors.</summary>
    public const int MostStoreys = 150;

    /// <summary>Older years are a slip of the hand.</summary>
    public const int FirstYear = 1700;

    private static readonly string[] Quantities =
    [
        "declared_area_m2", "far_limit", "floor_area_m2", "illegal_area_m2", "households", "people", "storeys_below", "width_m",
        "height_limit_m", "density_limit", "max_height_m", "facilities_shortage",
    ];

    public static void Check(LayerFindings findings, DefectOptions options)
    {
        foreach (var column in findings.Layer.Columns.Where(column => Quantities.Contains(column.Name)))
        {
            CheckSign(findings, column);
        }

        if (findings.Layer.Name == LayerNames.Parcels)
        {
            CheckLandUse(findings);
        }
        else if (findings.Layer.Name == LayerNames.Buildings)
        {
            CheckStoreys(findings);
            CheckYear(findings, findings.Layer.Column("year_built"), options, nameMissing: true);
            CheckYear(findings, findings.Layer.Column("renewed_year"), options, nameMissing: false);
            CheckDanger(findings);
        }
    }

    private static void CheckSign(LayerFindings findings, SourceColumn column)
    {
        for (var row = 0; row < findings.Layer.Shapes.Count; row++)
        {
            if (NumberOf(column, row) < 0)
            {
                findings.Add(AttributeDefects.NegativeNumber, row, $"{column.Name} is {column.TextOf(row)}");
            }
        }
    }

    private static void CheckLandUse(LayerFindings findings)
    {
        if (findings.Layer.Column("land_use") is not { } column)
        {
            return;
        }

        for (var row = 0; row < findings.Layer.Shapes.Count; row++)
        {
            if (column is TextSource texts ? texts.Values.Utf8(row).Length == 0 : column.TextOf(row).Length == 0)
            {
                findings.Add(AttributeDefects.MissingAttribute, row, column.Name);
            }
        }
    }

    private static void CheckStoreys(LayerFindings findings)
    {
        if (findings.Layer.Column("storeys_above") is not { } column)
        {
            return;
        }

        for (var row = 0; row < findings.Layer.Shapes.Count; row++)
        {
            var storeys = NumberOf(column, row);
            if (double.IsNaN(storeys))
            {
                findings.Add(AttributeDefects.MissingStoreys, row);
            }
            else if (storeys is < 0 or > MostStoreys)
            {
                findings.Add(AttributeDefects.BadStoreys, row, $"storeys_above is {column.TextOf(row)}");
            }
        }
    }

    private static void CheckYear(LayerFindings findings, SourceColumn? column, DefectOptions options, bool nameMissing)
    {
        if (column is null)
        {
            return;
        }

        for (var row = 0; row < findings.Layer.Shapes.Count; row++)
        {
            var year = NumberOf(column, row);
            if (double.IsNaN(year) && nameMissing)
            {
                findings.Add(AttributeDefects.MissingYear, row);
            }
            else if (year < FirstYear || year > options.LatestYear)
            {
                findings.Add(AttributeDefects.BadYear, row, $"{column.Name} is {column.TextOf(row)}");
            }
        }
    }

    private static void CheckDanger(LayerFindings findings)
    {
        if (findings.Layer.Column("danger_grade") is not { } column)
        {
            return;
        }

        for (var row = 0; row < findings.Layer.Shapes.Count; row++)
        {
            var isGrade = column is TextSource texts
                ? texts.Values.Utf8(row) is [] or [>= (byte)'A' and <= (byte)'D']
                : column.TextOf(row) is "" or "A" or "B" or "C" or "D";
            if (!isGrade)
            {
                findings.Add(AttributeDefects.BadDanger, row, $"it is '{column.TextOf(row)}'");
            }
        }
    }

    private static double NumberOf(SourceColumn column, int row) => column switch
    {
        IntegerSource integers => integers.Values[row] == Unknown.Integer ? double.NaN : integers.Values[row],
        RealSource reals => reals.Values[row],
        _ => double.NaN,
    };
}
