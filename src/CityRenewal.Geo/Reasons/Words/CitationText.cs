using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Reasons;

/// <summary>Where a rule is written, as one phrase: title, document number, clause.</summary>
public static class CitationText
{
    /// <summary>The phrase; the clause alone where the pack does not describe its source.</summary>
    public static string Of(RulePack pack, PackRule rule)
    {
        var source = pack.Sources.FirstOrDefault(source => source.Id == rule.Citation.Source);
        return source is null
            ? rule.Citation.Clause
            : $"《{source.Title}》{(source.Number.Length > 0 ? $"（{source.Number}）" : "")}{rule.Citation.Clause}";
    }
}
