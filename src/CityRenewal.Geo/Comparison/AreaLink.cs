namespace CityRenewal.Geo.Comparison;

/// <summary>An old and a new area that are the same matter because they share land.</summary>
/// <param name="Old">The old area.</param>
/// <param name="New">The new area.</param>
/// <param name="SharedM2">Land that both have, m².</param>
public sealed record AreaLink(ComparedArea Old, ComparedArea New, double SharedM2)
{
    /// <summary>Numbers that moved, in the order of the old version, then what only the new one has.</summary>
    public required IReadOnlyList<NumberChange> Numbers { get; init; }

    /// <summary>Verdicts that changed, in the order of the old version, then rules that only the new one has.</summary>
    public required IReadOnlyList<VerdictChange> Verdicts { get; init; }

    /// <summary>Land of the new area that the old one had not, m².</summary>
    public double GainedM2 => Math.Max(0, New.AreaM2 - SharedM2);

    /// <summary>Land of the old area that the new one has not, m².</summary>
    public double LostM2 => Math.Max(0, Old.AreaM2 - SharedM2);

    internal static AreaLink Of(ComparedArea old, ComparedArea now, double shared) => new(old, now, shared)
    {
        Numbers = [.. NumbersOf(old, now)],
        Verdicts = [.. VerdictsOf(old, now)],
    };

    private static IEnumerable<NumberChange> NumbersOf(ComparedArea old, ComparedArea now)
    {
        var (before, after) = (new Dictionary<string, double?>(old.Numbers), new Dictionary<string, double?>(now.Numbers));
        return old.Numbers.Select(number => number.Key).Union(now.Numbers.Select(number => number.Key))
            .Select(name => new NumberChange(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))
            .Where(change => change.Was != change.Is);
    }

    private static IEnumerable<VerdictChange> VerdictsOf(ComparedArea old, ComparedArea now)
    {
        Dictionary<(string, string), AreaVerdict> before = old.Verdicts.ToDictionary(KeyOf), after = now.Verdicts.ToDictionary(KeyOf);
        return old.Verdicts.Select(KeyOf).Union(now.Verdicts.Select(KeyOf))
            .Select(key => new VerdictChange(before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
            .Where(change => change.Was?.Verdict != change.Is?.Verdict);
    }

    private static (string, string) KeyOf(AreaVerdict verdict) => (verdict.Project, verdict.Rule);
}
