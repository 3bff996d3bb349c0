using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Land;

/// <summary>
/// One layer of areas that lie over parcels: the urban development boundary, control lines, historic zones, units,
/// plots of the detailed plan, water. Rows are sorted by id. Zones of one layer may overlap.
/// </summary>
public sealed class Zones
{
    /// <summary>A layer without zones.</summary>
    public static readonly Zones Empty = new()
    {
        Ids = TextColumn.Missing(0),
        Names = TextColumn.Missing(0),
        Parents = TextColumn.Missing(0),
        Kinds = CodeColumn.Unknown(0),
        Shapes = PolygonColumns.Empty,
        Numbers = new Dictionary<string, double[]>(),
    };

    /// <summary>Ids as given in the input.</summary>
    public required TextColumn Ids { get; init; }

    /// <summary>Names as given.</summary>
    public required TextColumn Names { get; init; }

    /// <summary>What a zone belongs to: a historic zone's district, a community's street; empty where nothing.</summary>
    public required TextColumn Parents { get; init; }

    /// <summary>Glossary words of the layer's kinds, see <see cref="LayerNames"/>.</summary>
    public required CodeColumn Kinds { get; init; }

    /// <summary>Outlines on the grid; holes count as outside (开天窗 of the UDB).</summary>
    public required PolygonColumns Shapes { get; init; }

    /// <summary>Further numbers by column name, as in the city file (far_limit, height_limit_m, density_limit, max_height_m).</summary>
    public required IReadOnlyDictionary<string, double[]> Numbers { private get; init; }

    /// <summary>Further texts by column name, as in the city file (problems of a health check).</summary>
    public IReadOnlyDictionary<string, TextColumn> Texts { private get; init; } = new Dictionary<string, TextColumn>();

    /// <summary>Number of zones.</summary>
    public int Count => Shapes.Count;

    /// <summary>A further number of every zone, NaN where unknown; empty where the layer lacks the column.</summary>
    public ReadOnlySpan<double> Number(string column) => Numbers.TryGetValue(column, out var values) ? values : [];

    /// <summary>A further text of every zone, empty where unknown or where the layer lacks the column.</summary>
    public TextColumn Text(string column) => Texts.TryGetValue(column, out var values) ? values : TextColumn.Missing(Count);

    /// <summary>The names of the further texts.</summary>
    public IEnumerable<string> TextNames => Texts.Keys.Order(StringComparer.Ordinal);

    /// <summary>The names of the further numbers.</summary>
    public IEnumerable<string> NumberNames => Numbers.Keys.Order(StringComparer.Ordinal);
}
