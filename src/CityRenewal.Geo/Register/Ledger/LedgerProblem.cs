namespace CityRenewal.Geo.Register;

/// <summary>Something in a ledger that cannot be taken; nothing of the ledger is recorded while there is any.</summary>
/// <param name="Row">Row of the sheet; 0 for the sheet as a whole.</param>
/// <param name="Building">Code of the building; empty where there is none.</param>
/// <param name="Field">Name of the field; empty where it is the row.</param>
/// <param name="Text">In English, with the remedy.</param>
/// <param name="TextChinese">In Chinese.</param>
public sealed record LedgerProblem(int Row, string Building, string Field, string Text, string TextChinese);
