namespace CityRenewal.Geo.Need;

/// <summary>Signs that must all hold.</summary>
/// <param name="AllOf">The signs, at least one.</param>
public sealed record CategoryGroup(params IReadOnlyList<CategorySign> AllOf)
{
    /// <summary>What is asked for, in words.</summary>
    public string Requirement => string.Join(" and ", AllOf.Select(sign => sign.Requirement));

    /// <summary>What is asked for, in Chinese.</summary>
    public string RequirementChinese => string.Join("且", AllOf.Select(sign => sign.RequirementChinese));
}
