using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Resolves the numbers of one rule: each is written into it, or the name of a parameter.</summary>
/// <param name="numbers">The numbers of the pack.</param>
/// <param name="rule">Id of the rule.</param>
/// <param name="citation">Where the rule is written.</param>
internal sealed class PackRuleNumbers(PackNumbers numbers, string rule, Citation citation)
{
    private readonly List<PackAssumption> _assumed = [];

    /// <summary>What conditions of the rule rest on that no source confirms.</summary>
    public IReadOnlyList<PackAssumption> Assumed => _assumed;

    /// <summary>The name of the parameter that limits a test; empty and noted where there is none that can.</summary>
    /// <param name="node">A number, or the name of a parameter.</param>
    /// <param name="unit">The unit that it must have.</param>
    /// <param name="most">The largest value that is possible.</param>
    public string Limit(PackNode node, RuleUnit unit, double most = double.PositiveInfinity)
    {
        if (node.TryNumber() is { } written)
        {
            var name = $"{rule}.{node.Path[(node.Path.LastIndexOf('.') + 1)..]}";
            Check(written, most, node.Trouble);
            numbers.Write(name, unit, written, citation);
            return name;
        }

        return Parameter(node, unit, most)?.Name ?? "";
    }

    /// <summary>The name of a number that the kind of rule itself sets: any of several is one of them.</summary>
    public string Written(PackNode node, RuleUnit unit, double value)
    {
        var name = $"{rule}.{node.Path[(node.Path.LastIndexOf('.') + 1)..]}";
        numbers.Write(name, unit, value, citation);
        return name;
    }

    /// <summary>The number of a condition; null and noted where there is none.</summary>
    /// <param name="node">A number, or the name of a parameter.</param>
    /// <param name="unit">The unit that it must have.</param>
    /// <param name="most">The largest value that is possible.</param>
    public double? Value(PackNode node, RuleUnit unit, double most = double.PositiveInfinity)
    {
        if (node.TryNumber() is { } written)
        {
            Check(written, most, node.Trouble);
            return written;
        }

        if (Parameter(node, unit, most) is not { } parameter)
        {
            return null;
        }

        if (parameter.Value is null)
        {
            node.Trouble(PackSenseTroubles.NoValue(parameter.Name));
        }
        else if (parameter.IsAssumed)
        {
            _assumed.Add(parameter.AsAssumption());
        }

        return parameter.Value;
    }

    private PackParameter? Parameter(PackNode node, RuleUnit unit, double most)
    {
        var name = node.Text();
        if (name.Length == 0)
        {
            return null;
        }

        if (!numbers.All.TryGetValue(name, out var parameter))
        {
            node.Trouble(PackSenseTroubles.NoParameter(name, [.. numbers.All.Keys.Where(PackName.IsParameter)]));
            return null;
        }

        if (parameter.Unit != unit)
        {
            node.Trouble(PackSenseTroubles.OtherUnit(name, PackWords.Of(parameter.Unit), PackWords.Of(unit)));
        }
        else if (parameter.Value is { } value)
        {
            Check(value, most, trouble => numbers.Trouble(name, trouble));
        }

        return parameter;
    }

    private static void Check(double value, double most, Action<PackTrouble> note)
    {
        if (value < 0 || value > most)
        {
            note(PackSenseTroubles.OutOf(value, most));
        }
    }
}
