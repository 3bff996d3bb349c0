using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Stores.Formats;
using Google.Protobuf.Collections;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Finds the rule pack that a request names, with the parameters that it sets.</summary>
internal static class RulePackRequests
{
    private const string Collection = "rulePacks/";

    /// <summary>Id of a pack's resource name.</summary>
    public static string IdOf(string name) => name[Collection.Length..];

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

    /// <summary>The rules of a proposal: those of the named pack with those of its limits; null where there are none.</summary>
    /// <param name="pack">Resource name; empty names none.</param>
    /// <param name="parameters">Values that the caller sets, by parameter.</param>
    /// <param name="limits">The limits of the proposal.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <exception cref="NoSuchRulePackException">The service does not hold the pack.</exception>
    public static RulePack? Of(string pack, MapField<string, double> parameters, V1.PlanLimits? limits, List<FieldProblem> problems)
    {
        var found = pack.Length > 0 ? Find(pack, parameters, problems) : null;
        if (pack.Length == 0 && parameters.Count > 0)
        {
            problems.Add(new FieldProblem("parameters", "Parameters are of a rule pack, and none is named; set rule_pack, or leave them out."));
        }

        var rules = limits?.Rules ?? "";
        if (rules.Trim().Length == 0 || (pack.Length > 0 && found is null))
        {
            return found;
        }

        var reading = LimitsFile.Parse(
            "options.limits.rules", rules, pack.Length > 0 ? pack[Collection.Length..] : null, new Dictionary<string, double>(parameters));
        problems.AddRange(reading.Problems.Select(problem =>
            new FieldProblem($"options.limits.rules{(problem.Field.Length > 0 ? $".{problem.Field}" : "")}", $"{problem.Place}: {problem.What} {problem.Remedy}")));
        return reading.Request?.Rules;
    }

    private static string FieldOf(RulePackProblem problem) => problem.Field.Length > 0 ? $"parameters.{problem.Field}" : "parameters";
}
