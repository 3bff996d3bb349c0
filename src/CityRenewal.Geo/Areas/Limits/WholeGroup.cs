namespace CityRenewal.Geo.Areas;

/// <summary>Land that one area takes whole or not at all: a list of parcels, or every unit of a division.</summary>
public sealed record WholeGroup
{
    /// <summary>What the planner calls it; empty where it has no name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Ids of its parcels; empty where <see cref="Division"/> names the groups.</summary>
    public IReadOnlyList<string> Parcels { get; init; } = [];

    /// <summary>The division each unit of which is kept whole: district, street, community, detailed_plots, …; empty for a list.</summary>
    public string Division { get; init; } = "";

    /// <summary>Whether it must be in an area.</summary>
    public bool IsObligatory { get; init; }

    /// <summary>What each m² of net land that is left out of a group costs, m² of benefit; null where it is never split.</summary>
    public double? Price { get; init; }
}
