namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A layer whose numbers fit several reference systems, so that a person must say which it is.</summary>
/// <param name="File">The file, or file/layer where it has several.</param>
/// <param name="Layer">Layer of the city that it is to become.</param>
/// <param name="Problem">Why it is asked.</param>
/// <param name="Candidates">The possible answers, the best fitting one first.</param>
/// <param name="Known">Layers of the import that the answers were compared with.</param>
public sealed record SystemQuestion(
    string File, string Layer, string Problem, IReadOnlyList<SystemCandidate> Candidates, IReadOnlyList<PlacedLayer> Known)
{
    /// <summary>The question as a refusal, with every answer, what it would mean, and how to give it.</summary>
    internal StoreException ToRefusal()
    {
        var list = Candidates.Select(candidate => $"\n    EPSG:{candidate.Epsg} {candidate.Name}: {candidate.Meaning}: {candidate.Option}");
        return new StoreException(
            File,
            Candidates.Count == 0
                ? $"{Problem} Its coordinates lie in the reach of no supported system."
                : $"{Problem} It would mean:{string.Concat(list)}\n   ",
            "Give the right one with --crs as shown or as `crs:` in the mapping (local or 0 for a local metric system that is to "
            + "stay as it is), or convert the layer.");
    }
}
