namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>Rows that are walked through one by one; columns count from 0.</summary>
internal interface IRows
{
    /// <summary>The next row; false when there is none.</summary>
    bool Step();

    /// <summary>What the column holds, as one of SQLite's numbers for its types.</summary>
    int Type(int column);

    /// <summary>The value of a whole number.</summary>
    long Integer(int column);

    /// <summary>The value of a real number.</summary>
    double Real(int column);

    /// <summary>The bytes of a blob or of a text (UTF-8); they live until the next step.</summary>
    ReadOnlySpan<byte> Bytes(int column);
}
