using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Floor area (GFA) of every building with its origin: surveyed as it is, registered ± 2 %, storeys above ground ×
/// footprint ± 15 %. A floor area whose origin is not said counts like the least certain kind. What has neither a floor
/// area nor storeys is unknown, never zero.
/// </summary>
public sealed class FloorAreas
{
    private const double Registered = 0.02;
    private const double StoreysTimesFootprint = 0.15;

    private readonly double[] _values;
    private readonly FloorAreaOrigin[] _origins;

    private FloorAreas(double[] values, FloorAreaOrigin[] origins)
    {
        _values = values;
        _origins = origins;
    }

    /// <summary>Number of buildings.</summary>
    public int Count => _values.Length;

    /// <summary>Best values, m²; NaN where unknown.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Where each value comes from.</summary>
    public ReadOnlySpan<FloorAreaOrigin> Origins => _origins;

    /// <summary>Floor area of building i.</summary>
    public FloorArea this[int i] => new(_values[i], _values[i] * (1 - ToleranceOf(i)), _values[i] * (1 + ToleranceOf(i)));

    /// <summary>Half the interval's width as a share of the value.</summary>
    public double ToleranceOf(int i) => _origins[i] switch
    {
        FloorAreaOrigin.Registered => Registered,
        FloorAreaOrigin.StoreysTimesFootprint => StoreysTimesFootprint,
        _ => 0,
    };

    /// <summary>Floor areas of all buildings from what is given and their footprints in m².</summary>
    public static FloorAreas Of(Buildings buildings, ReadOnlySpan<double> footprints)
    {
        var values = new double[buildings.Count];
        var origins = new FloorAreaOrigin[buildings.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var given = buildings.FloorArea[i];
            var storeys = buildings.StoreysAbove[i];
            if (!double.IsNaN(given))
            {
                var origin = buildings.FloorAreaOrigins[i];
                values[i] = given;
                origins[i] = origin == FloorAreaOrigin.Unknown ? FloorAreaOrigin.StoreysTimesFootprint : origin;
            }
            else
            {
                var isKnown = storeys != Unknown.Integer;
                values[i] = isKnown ? storeys * footprints[i] : Unknown.Real;
                origins[i] = isKnown ? FloorAreaOrigin.StoreysTimesFootprint : FloorAreaOrigin.Unknown;
            }
        }

        return new FloorAreas(values, origins);
    }
}
