using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The areas of the best plan that a search has seen, put together anew: every sum is taken again from the nodes, and a piece
/// that breaks a limit or is worth nothing is no area, unless a parcel in it is locked.
/// </summary>
internal static class UnitAreas
{
    /// <summary>The areas, with their streets.</summary>
    public static UnitResult Of(SearchState state, UnitCertificate proof)
    {
        var land = state.Pieces.Land;
        var pieces = new UnitPieces(land);
        var numbers = new Dictionary<int, int>();
        for (var node = 0; node < land.ParcelCount; node++)
        {
            if (state.BestPieceOf[node] is var piece and >= 0)
            {
                if (!numbers.TryGetValue(piece, out var number))
                {
                    numbers.Add(piece, number = pieces.Begin());
                }

                pieces.Add(node, number);
            }
        }

        new LimitRepair(pieces).Run();
        new SoftRepair(pieces).Run();
        var areas = new List<int[]>();
        var floors = new PieceFloors(pieces, state.Judge);
        var prices = new SoftPrices(land);
        long value = 0;
        var broken = 0;
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            var score = state.Judge.Of(pieces.Sums(piece), pieces.Rows(piece));
            var worth = floors.Finished(piece, score) - (prices.HasAny ? (long)Math.Ceiling(prices.Of(pieces.MembersOf(piece)) * state.Judge.Scale.PerSquareMetre) : 0);
            if (pieces.Sums(piece).Locked > 0 || (score.Excess == 0 && worth > 0))
            {
                areas.Add(pieces.NodesOf(piece));
                value += worth;
                broken += score.Excess > 0 ? 1 : 0;
            }
        }

        return new UnitResult(areas, value / state.Judge.Scale.PerSquareMetre, proof) { Broken = broken };
    }
}
