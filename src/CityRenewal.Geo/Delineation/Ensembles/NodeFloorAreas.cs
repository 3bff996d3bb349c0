using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Delineation;

/// <summary>Floor area on each node: what stands, and what goes of it whatever area it comes to lie in; whole dm² so that sums keep no order.</summary>
internal sealed class NodeFloorAreas
{
    private const double Unit = 0.01;

    private readonly long[] _demolished;
    private readonly long[] _existing;

    private NodeFloorAreas(int nodes) => (_demolished, _existing) = (new long[nodes], new long[nodes]);

    /// <summary>The floor areas of a city's nodes; a building whose floor area is unknown counts as none.</summary>
    public static NodeFloorAreas Of(ProposalGround ground, LandNodes nodes, DispositionPlan dispositions)
    {
        var floors = new NodeFloorAreas(nodes.Count);
        for (var building = 0; building < ground.HomeParcels.Length; building++)
        {
            var home = ground.HomeParcels[building];
            var node = home < 0 ? -1 : nodes.NodeOfParcel[home];
            if (node >= 0)
            {
                floors._existing[node] += Whole(ground.Facts.Buildings.FloorArea[building].Value);
                var proposed = dispositions.Of(building);
                floors._demolished[node] += proposed.Demolition == DemolitionKind.None ? 0 : Whole(proposed.DemolishedFloorArea);
            }
        }

        return floors;
    }

    /// <summary>Nothing stands anywhere.</summary>
    public static NodeFloorAreas None(int nodes) => new(nodes);

    /// <summary>Demolished and existing floor area of a piece, m².</summary>
    public (double Demolished, double Existing) Of(UnitPieces pieces, int piece)
    {
        long demolished = 0, existing = 0;
        for (var node = pieces.Members.First(piece); node >= 0; node = pieces.Members.Next(node))
        {
            demolished += _demolished[pieces.Land.CityNode(node)];
            existing += _existing[pieces.Land.CityNode(node)];
        }

        return (demolished * Unit, existing * Unit);
    }

    private static long Whole(double squareMetres) => squareMetres > 0 ? (long)Math.Round(squareMetres / Unit) : 0;
}
