using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Comparison;

/// <summary>One version of a plan or of a set of boundaries, its land put on the parcels of the city that is compared on.</summary>
/// <param name="Name">What people call it: its file.</param>
/// <param name="Areas">Its areas.</param>
public sealed record ComparedPlan(string Name, IReadOnlyList<ComparedArea> Areas)
{
    /// <summary>Version of the data that its numbers and verdicts are of; empty where nobody tells.</summary>
    public string DataVersion { get; init; } = "";

    /// <summary>The rules that it was judged by, with the hash of their text; empty where by none.</summary>
    public string Rules { get; init; } = "";

    /// <summary>Outlines on the city's grid, one feature an area; for maps.</summary>
    public PolygonColumns Outlines { get; init; } = PolygonColumns.Empty;

    /// <summary>Its parcels that the city has under other ids: split, merged or named anew.</summary>
    public IReadOnlyList<ParcelDescent> Descents { get; init; } = [];
}
