using CityRenewal.Geo.Contiguity;

namespace CityRenewal.Geo.Delineation;

/// <summary>What holds parcels together and what keeps them apart.</summary>
internal sealed class ContactRules
{
    /// <summary>Widest street inside an area, metres.</summary>
    public required double StreetWidth { get; init; }

    /// <summary>Shortest common border that makes two nodes neighbours, metres.</summary>
    public required double MinimumContact { get; init; }

    /// <summary>Whether a barrier lies between two parcels.</summary>
    public required Func<int, int, bool> IsBarred { get; init; }

    /// <summary>Whether two parcels face each other across a street with nothing in between.</summary>
    public required Func<int, int, bool> FaceEachOther { get; init; }

    /// <summary>Whether a barrier runs through a street face.</summary>
    public required Func<int, bool> IsCrossed { get; init; }

    /// <summary>Pairs of parcels that are kept apart or that cost where one area holds both; null where there are none.</summary>
    public PairPrices? Pairs { get; init; }

    /// <summary>Net area of every parcel, m²: what sets that are split cost; empty where there are none.</summary>
    public double[] NetAreas { get; init; } = [];

    /// <summary>The rules that a city's graph and barriers and the request give.</summary>
    public static ContactRules Of(ProposalGround ground)
    {
        var (options, graph) = (ground.Options, ground.Graph);
        var barriers = new BarrierCrossings(ground.Fabric, ground.Barriers);
        var (crossings, pairs) = (ground.Crossings, ground.Pairs);
        return new ContactRules
        {
            StreetWidth = options.StreetWidth,
            MinimumContact = options.MinimumContact,
            IsBarred = (a, b) => crossings.IsBarred(a, b) || pairs.IsBarred(a, b),
            FaceEachOther = (a, b) => FaceOpenly(graph, crossings, a, b),
            IsCrossed = face => barriers.Cross(face, tolerance: 0, length: 0),
            Pairs = pairs.IsEmpty ? null : pairs,
            NetAreas = ground.NetAreas,
        };
    }

    private static bool FaceOpenly(ContiguityGraph graph, Crossings crossings, int a, int b)
    {
        var first = graph.NeighbourStart[a];
        var at = graph.Neighbours[first..graph.NeighbourStart[a + 1]].BinarySearch(b);
        return at >= 0 && graph.NeighbourPairs[first + at] is var pair && crossings.MayCross(pair) && graph.FacingLength[pair] > 0;
    }
}
