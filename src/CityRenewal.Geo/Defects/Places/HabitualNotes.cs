using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Notes that a large part of a layer would get are told once for the layer: they are how it was made, not what is wrong with
/// its features.
/// </summary>
internal static class HabitualNotes
{
    private const double Habit = 0.02;
    private const int Few = 20;

    /// <summary>The findings that are told one by one, and what is told of layers instead.</summary>
    public static (List<CityFinding> Single, List<Defect> OfLayers) Of(City city, IReadOnlyList<CityFinding> findings)
    {
        var single = new List<CityFinding>();
        var ofLayers = new List<Defect>();
        foreach (var group in findings.GroupBy(finding => (finding.Layer, finding.Kind.Code, IsNote: IsNote(finding))))
        {
            var (layer, _, isNote) = group.Key;
            var (found, all) = (group.Count(), CountOf(city, layer));
            if (isNote && found > Math.Max(Few, Habit * all))
            {
                ofLayers.Add(group.First().Kind.At(FeaturePlace.WholeLayer(layer), $"{found:N0} of {all:N0} features") with { Severity = Severity.Note });
            }
            else
            {
                single.AddRange(group);
            }
        }

        return (single, ofLayers);
    }

    private static bool IsNote(CityFinding finding) => (finding.Severity ?? finding.Kind.Severity) == Severity.Note;

    private static int CountOf(City city, string layer) => layer switch
    {
        LayerNames.Parcels => city.Parcels.Count,
        LayerNames.Buildings => city.Buildings.Count,
        _ => city.Layer(layer).Count,
    };
}
