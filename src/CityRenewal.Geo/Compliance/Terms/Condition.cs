using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>What a building or parcel must meet to count in a term. What is not known is unknown, never "no".</summary>
public abstract record Condition
{
    /// <summary>Whether it can be asked of buildings.</summary>
    public virtual bool KnowsBuildings => true;

    /// <summary>Whether it can be asked of parcels.</summary>
    public virtual bool KnowsParcels => false;

    /// <summary>Layers, or columns of layers, that it needs.</summary>
    public virtual IEnumerable<string> Needs => [];

    /// <summary>How far a building of an area counts.</summary>
    internal virtual Weight OfBuilding(RuleGround ground, StandingBuilding building) => throw new NotSupportedException();

    /// <summary>How far a parcel counts; without an area nothing is known of what happens on it.</summary>
    internal virtual Weight OfParcel(RuleGround ground, int parcel, AreaUnderReview? area = null) => throw new NotSupportedException();
}
