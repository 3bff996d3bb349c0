namespace CityRenewal.Geo.Register;

/// <summary>A column of a building ledger 一幢一档.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Chinese">Its name for planners.</param>
/// <param name="CityColumn">The column of the buildings that a correction corrects; empty where it corrects none.</param>
/// <param name="Words">The words that it takes; empty where any text or number will do.</param>
public sealed record LedgerField(string Name, string Chinese, string CityColumn = "", IReadOnlyList<string>? Words = null)
{
    /// <summary>The heading: Chinese for people, the name for machines.</summary>
    public string Heading => $"{Chinese} {Name}";
}
