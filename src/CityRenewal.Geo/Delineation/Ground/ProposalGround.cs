using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Delineation;

/// <summary>What a proposal is made from.</summary>
public sealed class ProposalGround
{
    /// <summary>Gathers what a proposal needs.</summary>
    public ProposalGround(City city, LandFabric fabric, ContiguityGraph graph, ParcelFacts facts, ProposalOptions options)
    {
        (City, Fabric, Graph, Facts, Options) = (city, fabric, graph, facts, options);
        Locks = ParcelLocks.Of(city, options);
        NetAreas = Delineation.NetAreas.Of(fabric);
        HomeParcels = Delineation.HomeParcels.Of(facts, NetAreas);
    }

    private ProposalGround(ProposalGround ground, ProposalOptions options)
    {
        (City, Fabric, Graph, Facts, Options) = (ground.City, ground.Fabric, ground.Graph, ground.Facts, options);
        (Locks, NetAreas, HomeParcels) = (ground.Locks, ground.NetAreas, ground.HomeParcels);
    }

    /// <summary>The city.</summary>
    public City City { get; }

    /// <summary>Its land fabric.</summary>
    public LandFabric Fabric { get; }

    /// <summary>Its neighbours, made with the street width and minimum contact of the options.</summary>
    public ContiguityGraph Graph { get; }

    /// <summary>What lies on its parcels.</summary>
    public ParcelFacts Facts { get; }

    /// <summary>What is asked for.</summary>
    public ProposalOptions Options { get; }

    /// <summary>The same ground at another price of outline or length of work; locks and streets stay as they were.</summary>
    internal ProposalGround With(ProposalOptions options) => ReferenceEquals(options, Options) ? this : new(this, options);

    /// <summary>What the planner decided about each parcel.</summary>
    internal ParcelLock[] Locks { get; }

    /// <summary>The land of each parcel in the fabric, m².</summary>
    internal double[] NetAreas { get; }

    /// <summary>The parcel that each building belongs to, -1 where it stands on none.</summary>
    internal int[] HomeParcels { get; }
}
