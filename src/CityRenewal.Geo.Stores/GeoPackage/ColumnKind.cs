using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>What a column of a table holds. The order is that of growing generality.</summary>
public enum ColumnKind
{
    /// <summary>Whole numbers of 32 bits.</summary>
    Integer = 0,

    /// <summary>Real numbers.</summary>
    Real = 1,

    /// <summary>Texts.</summary>
    Text = 2,
}

/// <summary>One column of a table.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Kind">What it holds.</param>
public readonly record struct TableColumn(string Name, ColumnKind Kind)
{
    /// <summary>The kind of a column that was delivered.</summary>
    internal static ColumnKind KindOf(SourceColumn column) => column switch
    {
        IntegerSource => ColumnKind.Integer,
        RealSource => ColumnKind.Real,
        _ => ColumnKind.Text,
    };

    /// <summary>The type in a table definition, as GeoPackage names it.</summary>
    internal string SqlType => Kind switch
    {
        ColumnKind.Integer => "MEDIUMINT",
        ColumnKind.Real => "REAL",
        _ => "TEXT",
    };
}
