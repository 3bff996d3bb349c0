using System.Globalization;

namespace CityRenewal.Geo.Overlay;

/// <summary>One column of a table of facts. A cell is empty where the value is unknown or not applicable.</summary>
/// <param name="Name">Name in files and JSON, with its unit.</param>
/// <param name="IsText">Whether cells are texts; otherwise they are numbers.</param>
/// <param name="CellOf">Cell of row i.</param>
public sealed record FactColumn(string Name, bool IsText, Func<int, string> CellOf)
{
    /// <summary>A column of areas or other quantities, to 6 decimals.</summary>
    public static FactColumn Quantity(string name, Func<int, double> valueOf) => Number(name, "0.######", valueOf);

    /// <summary>A column of shares in [0, 1], to 9 decimals.</summary>
    public static FactColumn Share(string name, Func<int, double> valueOf) => Number(name, "0.#########", valueOf);

    /// <summary>A column of counts.</summary>
    public static FactColumn Count(string name, Func<int, int> valueOf) =>
        new(name, false, i => valueOf(i).ToString(CultureInfo.InvariantCulture));

    /// <summary>A column of texts.</summary>
    public static FactColumn Text(string name, Func<int, string> valueOf) => new(name, true, valueOf);

    /// <summary>A column for a layer that is missing: unknown in every row.</summary>
    public static FactColumn Unknown(string name) => new(name, false, _ => "");

    private static FactColumn Number(string name, string format, Func<int, double> valueOf) =>
        new(name, false, i => valueOf(i) is var value && double.IsFinite(value)
            ? value.ToString(format, CultureInfo.InvariantCulture)
            : "");
}
