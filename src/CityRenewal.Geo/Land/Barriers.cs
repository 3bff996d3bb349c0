using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Land;

/// <summary>Rivers, railways, expressways and arterials that an area does not cross. Rows are sorted by id.</summary>
public sealed class Barriers
{
    /// <summary>A layer without barriers.</summary>
    public static readonly Barriers Empty = new()
    {
        Ids = TextColumn.Missing(0),
        Kinds = CodeColumn.Unknown(0),
        Lines = LineColumns.Empty,
        Widths = [],
    };

    /// <summary>Ids as given in the input.</summary>
    public required TextColumn Ids { get; init; }

    /// <summary>river, railway, expressway, arterial.</summary>
    public required CodeColumn Kinds { get; init; }

    /// <summary>Centre lines on the grid.</summary>
    public required LineColumns Lines { get; init; }

    /// <summary>Width in metres, NaN where unknown.</summary>
    public required double[] Widths { private get; init; }

    /// <summary>Number of barriers.</summary>
    public int Count => Lines.Count;

    /// <inheritdoc cref="Widths"/>
    public ReadOnlySpan<double> Width => Widths;
}
