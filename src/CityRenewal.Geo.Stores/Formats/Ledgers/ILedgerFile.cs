namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A file of tables without shapes; a sheet is read only when it is wanted.</summary>
internal interface ILedgerFile
{
    /// <summary>Name of the file, without its folder.</summary>
    string Name { get; }

    /// <summary>Reads one sheet whole; without a name, the first that holds anything.</summary>
    /// <exception cref="StoreException">The file or the sheet cannot be read.</exception>
    LedgerSheet Read(string? sheet, string? encoding, CancellationToken cancel);
}
