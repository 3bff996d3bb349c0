namespace CityRenewal.Geo.Stores.Formats;

/// <summary>How a ledger is joined to a layer.</summary>
/// <param name="File">Name of the ledger's file.</param>
/// <param name="LedgerField">Field of the ledger that is compared.</param>
/// <param name="LayerField">Field of the layer that it is compared with.</param>
/// <param name="Line">Line in the mapping file.</param>
internal sealed record LedgerMapping(string File, string LedgerField, string LayerField, int Line)
{
    /// <summary>Whether names are compared and not codes.</summary>
    public bool IsByName { get; init; }

    /// <summary>Sheet of a workbook; null takes the first that holds anything.</summary>
    public string? Sheet { get; init; }

    /// <summary>Number of heading rows from the top; null lets them be found.</summary>
    public int? HeaderRows { get; init; }

    /// <summary>Text encoding of a CSV; null lets it be detected.</summary>
    public string? Encoding { get; init; }

    /// <summary>Path of the match list that a person confirmed; null where there is none.</summary>
    public string? Confirmed { get; init; }
}
