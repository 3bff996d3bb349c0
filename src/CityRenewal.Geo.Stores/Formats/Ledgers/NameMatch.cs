namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A row of a ledger and a feature whose names are alike, for a person to decide.</summary>
/// <param name="LedgerFile">File of the ledger.</param>
/// <param name="LedgerRow">Row of the ledger, as its program shows it.</param>
/// <param name="LedgerName">Name in the ledger.</param>
/// <param name="CandidateId">Id of the feature.</param>
/// <param name="CandidateName">Name of the feature.</param>
/// <param name="Score">How alike the names are, in [0, 1]; 1 where several features bear the same name.</param>
/// <param name="Decision">Null while nobody has decided.</param>
public sealed record NameMatch(
    string LedgerFile, int LedgerRow, string LedgerName, string CandidateId, string CandidateName, double Score, bool? Decision);
