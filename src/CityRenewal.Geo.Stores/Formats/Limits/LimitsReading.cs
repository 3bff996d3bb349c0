using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>What came of reading a limits file: what it asks for, or everything that is wrong with it.</summary>
/// <param name="Name">The path that was asked for.</param>
/// <param name="Request">What it asks for; null where there are problems.</param>
/// <param name="Problems">All problems, by file and line.</param>
/// <param name="Places">Where its fields stand.</param>
public sealed record LimitsReading(
    string Name, LimitsRequest? Request, IReadOnlyList<RulePackProblem> Problems, LimitPlaces Places)
{
    /// <summary>What it asks for.</summary>
    /// <exception cref="StoreException">There are problems: it tells all of them.</exception>
    public LimitsRequest OrThrow() => Request ?? throw new StoreException(
        Name,
        $"{Problems.Count} {(Problems.Count == 1 ? "thing is" : "things are")} wrong.\n{string.Join("\n", Problems.Select(Line))}\n",
        "Mend these lines; data/rule-packs/limits.schema.json says what may stand in them.");

    /// <summary>Where the field of a problem of the options stands, as compilers say it; the field itself where it is not of this file.</summary>
    public string PlaceOf(OptionProblem problem) => Places.Of(problem.Field) is { } place ? $"{Name}:{place.Line}:{place.Column}" : problem.Field;

    private static string Line(RulePackProblem problem) =>
        $"  {problem.Place}: {(problem.Field.Length > 0 ? problem.Field + ": " : "")}{problem.What} {problem.Remedy}";
}
