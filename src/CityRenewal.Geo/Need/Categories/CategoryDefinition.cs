namespace CityRenewal.Geo.Need;

/// <summary>
/// A category (类别) of renewal: what it is called, what makes a parcel carry its label, and how the need of such a parcel is
/// summed. Pure data: a rule pack may bring its own.
/// </summary>
/// <param name="Id">Word on the wire: old_residential, historic, …</param>
/// <param name="Title">Name in English.</param>
/// <param name="TitleChinese">Name in Chinese.</param>
/// <param name="Weights">Profile of the need of its parcels; each weight at least 0.</param>
/// <param name="AnyOf">Groups of signs: a parcel carries the label where all signs of any group hold.</param>
public sealed record CategoryDefinition(
    string Id, string Title, string TitleChinese, NeedWeights Weights, IReadOnlyList<CategoryGroup> AnyOf)
{
    /// <summary>The text that sets the thresholds; empty where they are assumptions of ours (按假设).</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether the thresholds are assumptions of ours.</summary>
    public bool IsAssumed => Source.Length == 0;

    /// <summary>What is asked for, in words.</summary>
    public string Requirement => string.Join("; or ", AnyOf.Select(group => group.Requirement));

    /// <summary>What is asked for, in Chinese.</summary>
    public string RequirementChinese => string.Join("；或者", AnyOf.Select(group => group.RequirementChinese));
}
