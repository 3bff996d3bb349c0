namespace CityRenewal.Geo.Delineation;

/// <summary>
/// One node in and another out at once, so that a limit which leaves no room for either step alone is kept; between two
/// pieces the same way.
/// </summary>
internal sealed class SwapMove(SearchState state, MoveTrial trial, MoveEstimate estimate)
{
    private const int LongestWalk = 24;

    private readonly UnitPieces _pieces = state.Pieces;
    private readonly MoveEstimate _estimate = estimate;

    /// <summary>Tries one pair; returns the work it took, in proposals.</summary>
    public int Try(ref SearchRandom random, double mostLoss)
    {
        if (!BorderPlace.Draw(state, ref random, out var place) || place.To < 0)
        {
            return 1;
        }

        var other = WalkToBorder(place, ref random);
        if (other < 0)
        {
            return 2;
        }

        if (!_estimate.MaySwap(place, other, mostLoss))
        {
            return 3;
        }

        trial.Start();
        trial.Put(other, place.From);
        trial.Put(place.Node, place.To);
        trial.Finish(mostLoss);
        return 12;
    }

    /// <summary>A random walk inside the piece across the border; ends at a border node of it, -1 where it does not.</summary>
    private int WalkToBorder(BorderPlace place, ref SearchRandom random)
    {
        var at = place.Node;
        for (var step = random.Below(LongestWalk); step >= 0; step--)
        {
            var links = _pieces.Land.LinksOf(at);
            var next = links[random.Below(links.Length)].Other;
            at = _pieces.PieceOf(next) == place.To ? next : at;
        }

        return at != place.Node && _pieces.Members.IsAtBorder(at) ? at : -1;
    }
}
