using CityRenewal.Geo.Samples.Blocks;

namespace CityRenewal.Geo.Samples.Buildings;

/// <summary>How people build in a quarter.</summary>
/// <param name="Counts">Share of parcels with 0, 1, 2 … 6 buildings.</param>
/// <param name="Form">Shape of the footprints.</param>
/// <param name="Setback">Distance from the border of the parcel, metres.</param>
/// <param name="Between">Distance between buildings, metres.</param>
/// <param name="Storeys">Usual least and greatest number of storeys.</param>
/// <param name="Years">Usual first and last year of completion.</param>
internal sealed record Habit(
    double[] Counts, Footprint Form, double Setback, double Between, (int Least, int Most) Storeys, (int First, int Last) Years)
{
    private static readonly Habit[] ByQuarter =
    [
        new([0.06, 0.36, 0.34, 0.16, 0.06, 0.02, 0], Footprint.Dense, 0.9, 1.6, (1, 4), (1938, 1986)),
        new([0.06, 0.46, 0.32, 0.12, 0.04, 0, 0], Footprint.Slab, 3.5, 9, (5, 9), (1977, 2003)),
        new([0.10, 0.16, 0.24, 0.20, 0.15, 0.09, 0.06], Footprint.Tower, 7, 14, (17, 34), (2001, 2024)),
        new([0.12, 0.62, 0.20, 0.06, 0, 0, 0], Footprint.Podium, 4, 8, (4, 28), (1988, 2022)),
        new([0.10, 0.22, 0.24, 0.20, 0.12, 0.07, 0.05], Footprint.Hall, 5, 8, (1, 4), (1958, 2014)),
        new([0.05, 0.12, 0.22, 0.24, 0.19, 0.11, 0.07], Footprint.Wings, 6, 12, (3, 8), (1965, 2020)),
        new([0.82, 0.14, 0.04, 0, 0, 0, 0], Footprint.Pavilion, 8, 10, (1, 2), (1980, 2020)),
        new([1, 0, 0, 0, 0, 0, 0], Footprint.Pavilion, 8, 10, (1, 1), (1980, 2020)),
        new([0.18, 0.52, 0.24, 0.06, 0, 0, 0], Footprint.Cottage, 2, 4, (1, 4), (1972, 2014)),
        new([0.97, 0.03, 0, 0, 0, 0, 0], Footprint.Pavilion, 8, 10, (1, 1), (1975, 2015)),
    ];

    /// <summary>The habit of a quarter.</summary>
    public static Habit Of(Quarter quarter) => ByQuarter[(int)quarter];
}
