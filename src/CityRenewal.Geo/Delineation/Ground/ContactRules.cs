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

    /// <summary>The rules that a city's graph and barriers give.</summary>
    public static ContactRules Of(ProposalGround ground)
    {
        var (options, graph) = (ground.Options, ground.Graph);
        var crossings = new BarrierCrossings(ground.Fabric, ground.Barriers);
        return new ContactRules
        {
            StreetWidth = options.StreetWidth,
            MinimumContact = options.MinimumContact,
            IsBarred = new BarrierPairs(graph).Between,
            FaceEachOther = (a, b) => FaceOpenly(graph, a, b),
            IsCrossed = face => crossings.Cross(face, tolerance: 0, length: 0),
        };
    }

    private static bool FaceOpenly(ContiguityGraph graph, int a, int b)
    {
        var first = graph.NeighbourStart[a];
        var at = graph.Neighbours[first..graph.NeighbourStart[a + 1]].BinarySearch(b);
        return at >= 0 && graph.NeighbourPairs[first + at] is var pair && graph.IsOpen(pair) && graph.FacingLength[pair] > 0;
    }
}
