using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Need;

/// <summary>
/// The categories (类别) of every parcel: none, one or several, each by evidence, "unknown" where the evidence is
/// missing; with the need that follows from them.
/// </summary>
public sealed class CategoryLabels
{
    private readonly CategoryMeters[] _meters;
    private readonly uint[] _masks;
    private readonly uint[] _unknown;

    private CategoryLabels(
        CategoryGround ground, CategoryDefinitions definitions, int threads, CancellationToken cancel)
    {
        var (city, facts, year) = ground;
        Definitions = definitions;
        _meters = [.. definitions.Categories.Select(category => new CategoryMeters(category, ground))];
        (_masks, _unknown) = (new uint[facts.Count], new uint[facts.Count]);
        FixedChunks.Run(facts.Count, threads, (_, start, end) => Label(start, end), cancel);
        Parts = NeedColumns.Of(city, facts, year, threads, cancel);
        Needs = new CategoryNeeds(Parts, definitions, _masks, threads, cancel);
    }

    private CategoryLabels(CategoryLabels before, CategoryGround ground, IReadOnlyList<int> rows, int threads, CancellationToken cancel)
    {
        var (city, facts, year) = ground;
        Definitions = before.Definitions;
        _meters = [.. Definitions.Categories.Select(category => new CategoryMeters(category, ground))];
        (_masks, _unknown) = (new uint[facts.Count], new uint[facts.Count]);
        before._masks.CopyTo(_masks, 0);
        before._unknown.CopyTo(_unknown, 0);
        foreach (var row in rows)
        {
            (_masks[row], _unknown[row]) = (0, 0);
            Label(row, row + 1);
        }

        Parts = NeedColumns.After(before.Parts, (city, facts, year), rows, threads, cancel);
        Needs = CategoryNeeds.After(before.Needs, Parts, Definitions, _masks, rows) ?? new CategoryNeeds(Parts, Definitions, _masks, threads, cancel);
    }

    /// <summary>The labels of a city in which only some parcels are others than before; the same as labelling all again.</summary>
    internal static CategoryLabels After(
        CategoryLabels before, (City City, ParcelFacts Facts, int Year) ground, IReadOnlyList<int> rows, int threads = 0, CancellationToken cancel = default) =>
        new(before, new CategoryGround(ground.City, ground.Facts, ground.Year), rows, threads, cancel);

    /// <summary>The definitions.</summary>
    public CategoryDefinitions Definitions { get; }

    /// <summary>The parts that every profile sums up.</summary>
    public NeedColumns Parts { get; }

    /// <summary>Per parcel a bit for every label that it carries, bit i for category i.</summary>
    public ReadOnlySpan<uint> Masks => _masks;

    /// <summary>Per parcel a bit for every label of which nobody can tell.</summary>
    public ReadOnlySpan<uint> UnknownMasks => _unknown;

    /// <summary>The need of every parcel in the profiles of its labels.</summary>
    public CategoryNeeds Needs { get; }

    /// <summary>Whether a parcel carries the label of a category.</summary>
    public CategoryAnswer this[int parcel, int category] =>
        (_masks[parcel] >> category & 1) != 0 ? CategoryAnswer.Yes
        : (_unknown[parcel] >> category & 1) != 0 ? CategoryAnswer.Unknown
        : CategoryAnswer.No;

    /// <summary>The categories of an area with their evidence.</summary>
    /// <param name="parcels">Its parcels, ascending.</param>
    /// <param name="netAreas">Net area of every parcel of the city, m².</param>
    public AreaCategories OfArea(IReadOnlyList<int> parcels, ReadOnlySpan<double> netAreas) =>
        AreaCategories.Of(this, _meters, parcels, netAreas);

    /// <summary>Labels every parcel of a city.</summary>
    /// <param name="city">The city.</param>
    /// <param name="facts">What lies on its parcels.</param>
    /// <param name="definitions">The categories.</param>
    /// <param name="year">The year that ages count from; read only where <see cref="NeedColumns.NeedsYear"/>.</param>
    /// <param name="threads">Threads to use, 0 for all; the result does not depend on it.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">Lists everything that is wrong with the definitions.</exception>
    public static CategoryLabels Of(
        City city, ParcelFacts facts, CategoryDefinitions definitions, int year, int threads = 0,
        CancellationToken cancel = default)
    {
        var problems = CategoryDefinitionChecks.Problems(definitions);
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(definitions));
        }

        return new CategoryLabels(new CategoryGround(city, facts, year), definitions, threads, cancel);
    }

    private void Label(int start, int end)
    {
        for (var parcel = start; parcel < end; parcel++)
        {
            for (var category = 0; category < _meters.Length; category++)
            {
                var answer = _meters[category].AnswerFor(parcel);
                _masks[parcel] |= answer == CategoryAnswer.Yes ? 1u << category : 0;
                _unknown[parcel] |= answer == CategoryAnswer.Unknown ? 1u << category : 0;
            }
        }
    }
}
