using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>What came of reading a rule pack: the pack, or everything that is wrong with it.</summary>
/// <param name="Name">The id or path that was asked for.</param>
/// <param name="Pack">The pack; null where there are problems.</param>
/// <param name="Problems">All problems, by file and line.</param>
public sealed record RulePackReading(string Name, RulePack? Pack, IReadOnlyList<RulePackProblem> Problems)
{
    /// <summary>The pack.</summary>
    /// <exception cref="StoreException">There are problems: it tells all of them.</exception>
    public RulePack OrThrow() => Pack ?? throw new StoreException(
        Name,
        $"{Problems.Count} {(Problems.Count == 1 ? "thing is" : "things are")} wrong.\n{string.Join("\n", Problems.Select(Line))}\n",
        "Mend these lines; renewal rules check shows them as a table.");

    private static string Line(RulePackProblem problem) =>
        $"  {problem.Place}: {(problem.Field.Length > 0 ? problem.Field + ": " : "")}{problem.What} {problem.Remedy}";
}
