using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Need;

/// <summary>
/// The parts of the need score of every parcel, each in [0, 1], NaN where unknown: what every profile of weights sums
/// up.
/// </summary>
public sealed class NeedColumns
{
    private readonly double[][] _parts = [.. NeedPartWords.All.Select(_ => Array.Empty<double>())];

    private NeedColumns(int count) => Count = count;

    /// <summary>Number of parcels.</summary>
    public int Count { get; }

    /// <summary>
    /// Whether density is a rank among the built parcels of this city, because no age and no danger grade is known
    /// anywhere: not comparable with other cities.
    /// </summary>
    public bool IsRelative { get; private set; }

    /// <summary>One part of every parcel, in [0, 1], NaN where unknown; empty where it was not asked for.</summary>
    public ReadOnlySpan<double> this[NeedPart part] => _parts[(int)part];

    /// <summary>Whether any year of a building is known, so that a year to count from is needed.</summary>
    public static bool NeedsYear(City city) =>
        NeedScores.NeedsYear(city) || city.Buildings.RenewedYear.ContainsAnyExcept(Unknown.Integer);

    /// <summary>Whether a part is known for any parcel.</summary>
    public bool IsKnownAnywhere(NeedPart part) => Array.Exists(_parts[(int)part], value => !double.IsNaN(value));

    /// <summary>All parts of every parcel of a city.</summary>
    /// <param name="city">The city.</param>
    /// <param name="facts">What stands on its parcels.</param>
    /// <param name="year">The year that ages count from; read only where <see cref="NeedsYear"/>.</param>
    /// <param name="threads">Threads to use, 0 for all; the result does not depend on it.</param>
    /// <param name="cancel">Ends the work.</param>
    public static NeedColumns Of(
        City city, ParcelFacts facts, int year, int threads = 0, CancellationToken cancel = default) =>
        Of((city, facts, year), NeedPartWords.All, threads, cancel);

    /// <summary>
    /// The parts that are asked for; age, danger and density decide together whether density is relative.
    /// </summary>
    internal static NeedColumns Of(
        (City City, ParcelFacts Facts, int Year) ground, IReadOnlyList<NeedPart> wanted, int threads,
        CancellationToken cancel)
    {
        var columns = new NeedColumns(ground.Facts.Count);
        foreach (var part in wanted)
        {
            columns._parts[(int)part] = Measure(ground, part, threads, cancel);
        }

        columns.RankDensity(ground.City, ground.Facts);
        return columns;
    }

    /// <summary>The parts of a city in which only some parcels are others than before; the same as measuring all again.</summary>
    internal static NeedColumns After(
        NeedColumns before, (City City, ParcelFacts Facts, int Year) ground, IReadOnlyList<int> rows, int threads, CancellationToken cancel)
    {
        var wanted = NeedPartWords.All.Where(part => before._parts[(int)part].Length > 0).ToList();
        if (before.IsRelative)
        {
            return Of(ground, wanted, threads, cancel); // a rank among all
        }

        var columns = new NeedColumns(ground.Facts.Count);
        foreach (var part in wanted)
        {
            var (values, of) = (new double[columns.Count], MeterOf(ground, part));
            before._parts[(int)part].CopyTo(values, 0);
            foreach (var row in rows)
            {
                values[row] = of(row);
            }

            columns._parts[(int)part] = values;
        }

        columns.RankDensity(ground.City, ground.Facts);
        return columns;
    }

    private static double[] Measure(
        (City City, ParcelFacts Facts, int Year) ground, NeedPart part, int threads, CancellationToken cancel)
    {
        var (values, of) = (new double[ground.Facts.Count], MeterOf(ground, part));
        FixedChunks.Run(
            values.Length,
            threads,
            (_, start, end) =>
            {
                for (var parcel = start; parcel < end; parcel++)
                {
                    values[parcel] = of(parcel);
                }
            },
            cancel);
        return values;
    }

    private static Func<int, double> MeterOf((City City, ParcelFacts Facts, int Year) ground, NeedPart part)
    {
        var (city, facts, year) = ground;
        var buildings = city.Buildings;
        var structures = buildings.Structure.Words.Select(NeedParts.OfStructure).ToArray();
        double AgeOf(int building) => buildings.YearBuilt[building] == Unknown.Integer
            ? Unknown.Real
            : NeedParts.OfAge(year, buildings.YearBuilt[building]);
        Func<int, double> MeanOf(Func<int, double> valueOf) => parcel => FloorAreaMeans.Of(facts, parcel, valueOf);
        return part switch
        {
            NeedPart.Age => MeanOf(AgeOf),
            NeedPart.Danger => MeanOf(building => NeedParts.OfDanger(buildings.DangerGrades[building])),
            NeedPart.Density => parcel => city.Buildings.Count > 0 ? NeedParts.OfDensity(facts.CoverageOf(parcel)) : Unknown.Real,
            NeedPart.Structure => MeanOf(building => structures[buildings.Structure.Codes[building]]),
            NeedPart.Facilities => FacilityShortages.In(city, facts),
            _ => MeanOf(building => NeedParts.OfEarlierRenewal(year, buildings.RenewedYear[building])),
        };
    }

    private static double[] Densities(City city, ParcelFacts facts, Func<double, double> scale)
    {
        var densities = new double[facts.Count];
        for (var parcel = 0; parcel < densities.Length; parcel++)
        {
            densities[parcel] = city.Buildings.Count > 0 ? scale(facts.CoverageOf(parcel)) : Unknown.Real;
        }

        return densities;
    }

    private void RankDensity(City city, ParcelFacts facts)
    {
        if (!IsKnownAnywhere(NeedPart.Age) && !IsKnownAnywhere(NeedPart.Danger) && IsKnownAnywhere(NeedPart.Density))
        {
            IsRelative = true;
            var coverages = Densities(city, facts, coverage => coverage);
            _parts[(int)NeedPart.Density] = CoverageRanks.Of(coverages, facts.AreaM2);
        }
    }
}
