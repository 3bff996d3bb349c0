namespace CityRenewal.Geo.Defects;

/// <summary>Defects of one kind and severity in one layer.</summary>
/// <param name="Code">Their kind.</param>
/// <param name="Severity">How much they matter.</param>
/// <param name="Layer">Their layer.</param>
/// <param name="First">Some of them, first ones first.</param>
/// <param name="Count">How many there are.</param>
public sealed record DefectGroup(string Code, Severity Severity, string Layer, IReadOnlyList<Defect> First, int Count)
{
    private const int Shown = 3;

    /// <summary>The groups in the order to work through them: errors first, then the most numerous.</summary>
    public static IReadOnlyList<DefectGroup> Of(IEnumerable<Defect> defects) =>
    [
        .. defects.GroupBy(defect => (defect.Code, defect.Severity, defect.Layer))
            .Select(group => new DefectGroup(group.Key.Code, group.Key.Severity, group.Key.Layer, [.. group.Take(Shown)], group.Count()))
            .OrderByDescending(group => group.Severity)
            .ThenByDescending(group => group.Count)
            .ThenBy(group => group.Code, StringComparer.Ordinal)
            .ThenBy(group => group.Layer, StringComparer.Ordinal),
    ];
}
