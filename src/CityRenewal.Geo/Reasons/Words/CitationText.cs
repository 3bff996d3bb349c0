using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Reasons;

/// <summary>Where a rule is written, as one phrase: title, document number, clause.</summary>
public static class CitationText
{
    /// <summary>The phrase; the id of the source where the pack does not describe it.</summary>
    public static string Of(RulePack pack, PackRule rule)
    {
        var source = pack.Sources.FirstOrDefault(source => source.Id == rule.Citation.Source);
        string[] parts = source is null
            ? [rule.Citation.Source, rule.Citation.Clause]
            : [source.Title, source.Number, rule.Citation.Clause];
        return string.Join(" ", parts.Where(part => part.Length > 0));
    }
}
