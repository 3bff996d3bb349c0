namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Numbers of mapping files and of columns that have no reading of their own.</summary>
internal static class NumberText
{
    /// <summary>The number; NaN where the text is none.</summary>
    public static double Parse(string text) => WrittenText.PlainNumber(WrittenText.Narrow(text)) ?? double.NaN;
}
