using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// A block of neighbouring nodes over a border together, where none of them gains alone: both sides of a street, a row of
/// houses; or a node with the tail that would fall off without it.
/// </summary>
internal sealed class BlockMove(SearchState state, MoveTrial trial, MoveEstimate estimate)
{
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
        if (!estimate.MayMove(block, place.From, place.To, mostLoss))
        {
            return 1 + block.Length;
        }

        trial.Start();
        foreach (var node in block)
        {
            trial.Put(node, place.To);
        }

        trial.Finish(mostLoss);
        return 1 + (8 * block.Length);
    }

    /// <summary>Tries a border node together with the parts that hang on it alone; returns the work it took.</summary>
    public int TryWithTails(ref SearchRandom random, double mostLoss)
    {
        if (!BorderPlace.Draw(state, ref random, out var place) || place.From < 0)
        {
            return 1;
        }

        var work = 1 + (state.Pieces.Sums(place.From).Members / 4);
        state.Contiguity.TailsWithout(place.Node, _tails);
        _tails.Add(place.Node);
        if (_tails.Count == 1 || !estimate.MayMove(CollectionsMarshal.AsSpan(_tails), place.From, place.To, mostLoss))
        {
            return work;
        }

        trial.Start();
        for (var at = _tails.Count - 1; at >= 0; at--)
        {
            trial.Put(_tails[at], place.To);
        }

        trial.Finish(mostLoss);
        return work + (8 * _tails.Count);
    }
}
