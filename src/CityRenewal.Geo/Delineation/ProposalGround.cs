using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Delineation;

/// <summary>What a proposal is made from.</summary>
internal sealed class ProposalGround
{
    public ProposalGround(City city, LandFabric fabric, ContiguityGraph graph, ParcelFacts facts, ProposalOptions options)
    {
        (City, Fabric, Graph, Facts, Options) = (city, fabric, graph, facts, options);
        NetAreas = Delineation.NetAreas.Of(fabric);
        HomeParcels = Delineation.HomeParcels.Of(facts, NetAreas);
    }

    public City City { get; }

    public LandFabric Fabric { get; }

    public ContiguityGraph Graph { get; }

    public ParcelFacts Facts { get; }

    public ProposalOptions Options { get; }

    /// <summary>The land of each parcel in the fabric, m².</summary>
    public double[] NetAreas { get; }

    /// <summary>The parcel that each building belongs to, -1 where it stands on none.</summary>
    public int[] HomeParcels { get; }
}
