using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Need;

/// <summary>A health check of rectangles in metres, on the land of a lattice city.</summary>
internal sealed class HealthZones
{
    private const double Metre = 10_000;

    private readonly PolygonColumnsBuilder _shapes = new();
    private readonly List<(string Id, string Kind, double Shortage, string Problems)> _rows = [];

    /// <summary>A zone by its west and east side, as high as the land; ids in the order of the zones.</summary>
    public HealthZones With(string kind, double fromX, double toX, double shortage, string problems = "")
    {
        int west = (int)(fromX * Metre), east = (int)(toX * Metre), north = (int)(20 * Metre);
        _shapes.Ring([west, east, east, west], [0, 0, north, north], isHole: false).EndFeature();
        _rows.Add(($"Z{_rows.Count}", kind, shortage, problems));
        return this;
    }

    public Zones ToZones() => new()
    {
        Ids = TextColumn.From(_rows.Select(row => row.Id)),
        Names = TextColumn.From(_rows.Select(row => $"{row.Id}社区")),
        Parents = TextColumn.Missing(_rows.Count),
        Kinds = CodeColumn.From([.. _rows.Select(row => row.Kind)]),
        Shapes = _shapes.ToColumns(),
        Numbers = new Dictionary<string, double[]> { ["facilities_shortage"] = [.. _rows.Select(row => row.Shortage)] },
        Texts = new Dictionary<string, TextColumn> { ["problems"] = TextColumn.From(_rows.Select(row => row.Problems)) },
    };
}
