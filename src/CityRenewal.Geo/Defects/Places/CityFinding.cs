using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>Something found on the city's own rows, before it is told where that is in the delivered files.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Layer">Layer of the city.</param>
/// <param name="Row">Row of the feature in its layer.</param>
/// <param name="Detail">The values, without a full stop.</param>
internal sealed record CityFinding(DefectKind Kind, string Layer, int Row, string Detail)
{
    /// <summary>Place on the grid; null takes the first vertex of the feature.</summary>
    public (int X, int Y)? At { get; init; }

    /// <summary>The offending piece of land on the grid, one feature; null where there is none.</summary>
    public PolygonColumns? Outline { get; init; }

    /// <summary>How much it matters, where that is not what the kind says.</summary>
    public Severity? Severity { get; init; }
}
