using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Stores.Formats;
using Google.Protobuf.Collections;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Finds the rule pack that a request names, with the parameters that it sets.</summary>
internal static class RulePackRequests
{
    private const string Collection = "rulePacks/";

    /// <summary>The pack; null, with every problem, where the name is none or a parameter does not fit. A name is never a path.</summary>
    /// <param name="name">Resource name, `rulePacks/ID`.</param>
    /// <param name="parameters">Values that the caller sets, by parameter.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <exception cref="NoSuchRulePackException">The service does not hold it.</exception>
    public static RulePack? Find(string name, MapField<string, double> parameters, List<FieldProblem> problems)
    {
        if (!name.StartsWith(Collection, StringComparison.Ordinal))
        {
            problems.Add(new FieldProblem("rule_pack", $"'{name}' does not name a rule pack; write rulePacks/ID."));
            return null;
        }

        var id = name[Collection.Length..];
        if (!RulePackShelf.Ids.Contains(id))
        {
            throw new NoSuchRulePackException(id, RulePackShelf.Ids);
        }

        var reading = RulePackShelf.Read(id, new Dictionary<string, double>(parameters));
        problems.AddRange(reading.Problems.Select(problem => new FieldProblem(FieldOf(problem), $"{problem.What} {problem.Remedy}")));
        return reading.Pack;
    }

    private static string FieldOf(RulePackProblem problem) => problem.Field.Length > 0 ? $"parameters.{problem.Field}" : "parameters";
}
