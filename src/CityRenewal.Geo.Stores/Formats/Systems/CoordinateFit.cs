using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Whether a layer's numbers can be those of the system that is stated for it. The middle of the layer decides, so that stray features do not.</summary>
internal static class CoordinateFit
{
    // Offices keep a whole city in the zone of its centre, so a layer may well lie beside its zone.
    private const double BesideArea = 4;

    private static readonly LonLatBox China = new(73, 3, 136, 54);

    /// <summary>What speaks against the system; null where nothing does.</summary>
    /// <exception cref="StoreException">The numbers fit with swapped axes: what to write to have them read so.</exception>
    public static string? Objection(DeliveredLayer layer, ReferenceSystem system, string source, bool areSwapped)
    {
        if (LayerExtent.InItsOwn(layer.Shapes) is not { } box)
        {
            return null;
        }

        double x = (box.MinLon + box.MaxLon) / 2, y = (box.MinLat + box.MaxLat) / 2;
        if (IsIn(system, x, y, BesideArea))
        {
            return null;
        }

        if (IsIn(system, y, x, 0))
        {
            throw Swapped(layer, $"{source} says EPSG:{system.Epsg}", areSwapped);
        }

        if (!system.IsGeographic && China.Contains(x, y))
        {
            return $"{source} says EPSG:{system.Epsg}, which is in metres, but its coordinates are degrees.";
        }

        return LayerExtent.Of(box, LonLat.From(system)) is null
            ? $"{source} says EPSG:{system.Epsg}, but its coordinates lie out of the reach of that system."
            : null;
    }

    private static StoreException Swapped(DeliveredLayer layer, string who, bool areSwapped)
    {
        var name = ReferenceSystemChoice.Named(layer);
        return areSwapped
            ? new StoreException(
                name,
                $"{who}, and its coordinates fit that as they were delivered, not with their axes swapped(坐标轴顺序本来正确).",
                $"Leave out --swap-axes, or `axes: north_east`, for {name}.")
            : new StoreException(
                name,
                $"{who}, and its coordinates fit that only with their axes swapped: the first is north, the second east(坐标轴颠倒,首坐标为北).",
                $"Give --swap-axes {Quoted.Option(name)}, or `axes: north_east` in the mapping, to have them read so.");
    }

    private static bool IsIn(ReferenceSystem system, double x, double y, double beside)
    {
        Span<double> longitude = stackalloc double[1], latitude = stackalloc double[1];
        LonLat.From(system).Of([x], [y], longitude, latitude);
        return system.AreaOfUse.Widened(beside).Contains(longitude[0], latitude[0]);
    }
}
