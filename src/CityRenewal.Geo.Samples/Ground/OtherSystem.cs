using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Samples.Ground;

/// <summary>Places of one reference system in another, to a tenth of a millimetre: by way of a working plane around them.</summary>
internal sealed class OtherSystem
{
    private readonly PlaneTransform _from;
    private readonly PlaneTransform _to;

    private OtherSystem(PlaneTransform from, PlaneTransform to) => (_from, _to) = (from, to);

    /// <summary>From one system to another; both must hold in the land between 106° and 111° east.</summary>
    public static OtherSystem Of(int from, int to)
    {
        var plane = WorkingPlanes.For(107.5, 29, 109.5, 31.5);
        return new OtherSystem(PlaneTransform.Between(from, plane), PlaneTransform.Between(to, plane));
    }

    /// <summary>The same places.</summary>
    public List<Spot> Map(IReadOnlyList<Spot> places)
    {
        double[] x = [.. places.Select(place => place.X)], y = [.. places.Select(place => place.Y)];
        Map(x, y);
        return [.. x.Zip(y, (east, north) => new Spot(east, north))];
    }

    /// <summary>The same places, in the same arrays.</summary>
    public void Map(double[] x, double[] y)
    {
        var (gx, gy) = (new int[x.Length], new int[y.Length]);
        _from.ToGrid(x, y, gx, gy);
        _to.FromGrid(gx, gy, x, y);
    }
}
