namespace CityRenewal.Geo.Register;

/// <summary>A row of a ledger as it came back.</summary>
/// <param name="Number">Number of the row in the sheet.</param>
/// <param name="Building">The code in it; empty where there is none.</param>
/// <param name="Known">The texts of the columns that the city filled, by name; columns that were taken out are missing.</param>
/// <param name="Values">What was filled in, read and in one way of writing, by the name of the field; empty where nothing was.</param>
public sealed record LedgerRow(int Number, string Building, IReadOnlyDictionary<string, string> Known, IReadOnlyDictionary<string, string> Values);
