namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>
/// How cells make planning units and administrative units: a unit is two cells beside each other, staggered from row to row; a
/// street eight; a district some four hundred. Districts and streets never lie on both sides of the river.
/// </summary>
internal static class Divisions
{
    /// <summary>The planning unit of a cell.</summary>
    public static (int Row, int Column) UnitOf((int I, int J) cell) => (cell.J, Stagger(cell) >> 1);

    /// <summary>The street 街道 of a cell.</summary>
    public static (int Row, int Column) StreetOf((int I, int J) cell) => (cell.J >> 1, Stagger(cell) >> 2);

    /// <summary>The district 区县 of a cell.</summary>
    public static (int Row, int Column) DistrictOf((int I, int J) cell) => (cell.J >> 4, (int)Math.Floor((Stagger(cell) + 12) / 24.0));

    private static int Stagger((int I, int J) cell) => cell.I + (cell.J & 1);
}
