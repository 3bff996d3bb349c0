namespace CityRenewal.Geo.Delineation;

/// <summary>
/// A block of neighbouring nodes over a border together, where none of them gains alone: both sides of a street, a row of
/// houses; or a node with the tail that would fall off without it.
/// </summary>
internal sealed class BlockMove(SearchState state, MoveTrial trial)
{
    private readonly UnitPieces _pieces = state.Pieces;
    private readonly PieceBlock _block = new(state.Pieces);
    private readonly List<int> _tails = [];

    /// <summary>Tries a block of up to 2^bits nodes around a border node; returns the work it took, in proposals.</summary>
    public int Try(ref SearchRandom random, double mostLoss)
    {
        if (!BorderPlace.Draw(state, ref random, out var place))
        {
            return 1;
        }

        var size = 2 + random.Below(1 << (1 + random.Below(5)));
        var block = _block.Around(place.Node, size, ref random);
        trial.Start();
        foreach (var node in block)
        {
            trial.Put(node, place.To);
        }

        trial.Finish(mostLoss);
        return 1 + (block.Length / 2);
    }

    /// <summary>Tries a border node together with the parts that hang on it alone; returns the work it took.</summary>
    public int TryWithTails(ref SearchRandom random, double mostLoss)
    {
        if (!BorderPlace.Draw(state, ref random, out var place) || place.From < 0)
        {
            return 1;
        }

        state.Contiguity.TailsWithout(place.Node, _tails);
        trial.Start();
        trial.Put(place.Node, place.To);
        foreach (var node in _tails)
        {
            trial.Put(node, place.To);
        }

        trial.Finish(mostLoss);
        return 2 + (_pieces.PieceOf(place.Node) < 0 ? _tails.Count : _tails.Count / 2);
    }
}
