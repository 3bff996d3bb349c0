namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Takes coordinates of one supported system to another, x east and y north on both sides, within a micrometre of the
/// exact projections. A point's image depends on the point and the systems alone. Safe for any number of threads.
/// </summary>
public sealed class SystemTransform
{
    private const double TileOfMetres = 8192;
    private const double TileOfDegrees = 0.0625;
    private const double Tolerance = 1e-6;
    private const double ToleranceInDegrees = 1e-11;

    private readonly TileMap? _map;

    private SystemTransform(TileMap? map) => _map = map;

    /// <summary>The transform from one system to the other.</summary>
    /// <param name="sourceEpsg">EPSG code of a supported system.</param>
    /// <param name="targetEpsg">EPSG code of a supported system that is not for input only.</param>
    /// <exception cref="ArgumentException">A system is not supported, or is a declared local one.</exception>
    /// <exception cref="NotSupportedException">The target is for input only.</exception>
    public static SystemTransform Between(int sourceEpsg, int targetEpsg)
    {
        ReferenceSystem source = ReferenceSystems.Find(sourceEpsg), target = ReferenceSystems.Find(targetEpsg);
        if (target.IsInputOnly)
        {
            throw new NotSupportedException(
                $"EPSG:{targetEpsg} is for input only: its lengths and areas are wrong on the ground.");
        }

        // The same numbers mean the same place: they stay as they are to the last bit.
        return source.HasProjectionOf(target)
            ? new SystemTransform(null)
            : new SystemTransform(new TileMap(
                ExactTransforms.ToLonLat(source).Then(ExactTransforms.FromLonLat(target)),
                source.IsGeographic ? TileOfDegrees : TileOfMetres,
                target.IsGeographic ? ToleranceInDegrees : Tolerance));
    }

    /// <summary>Converts; the image of a point that is not finite or out of a system's reach is NaN.</summary>
    public void Map(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> east, Span<double> north)
    {
        if (_map is not null)
        {
            _map.Map(x, y, east, north);
            return;
        }

        x.CopyTo(east);
        y.CopyTo(north);
    }
}
