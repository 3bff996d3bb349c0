using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Delineation;

/// <summary>Moves of whole pieces: two become one, one becomes two, two are cut anew, one is given up.</summary>
internal sealed class PieceMove(SearchState state, MoveTrial trial, MoveEstimate estimate)
{
    private readonly UnitPieces _pieces = state.Pieces;
    private readonly PieceBlock _block = new(state.Pieces);
    private readonly PieceBridge _bridge = new(state.Pieces);
    private readonly List<int> _members = [];
    private int _looked;

    /// <summary>Tries one move of whole pieces; returns the work it took, in proposals.</summary>
    /// <param name="random">Draws.</param>
    /// <param name="mostLoss">What may be lost.</param>
    /// <param name="mayGiveUp">Whether a piece may be given up.</param>
    public int Try(ref SearchRandom random, double mostLoss, bool mayGiveUp)
    {
        if (!BorderPlace.Draw(state, ref random, out var place))
        {
            return 1;
        }

        trial.Start();
        _looked = 0;
        var kind = random.Below(mayGiveUp ? 8 : 7);
        var isDone = kind switch
        {
            < 3 => Merge(place, mostLoss),
            < 5 => place.From >= 0 && Split(place, mostLoss, ref random),
            < 7 => place.From >= 0 && place.To >= 0 && CutAnew(place, ref random),
            _ => place.From >= 0 && MoveAll(place.From, UnitPieces.None, mostLoss),
        };
        var work = 2 + _looked + (8 * trial.Count);
        if (isDone)
        {
            trial.Finish(mostLoss);
        }
        else
        {
            trial.Undo();
        }

        return work;
    }

    /// <summary>Joins the piece at a place with another: over the place itself, or over a short way through free land.</summary>
    private bool Merge(BorderPlace place, double mostLoss)
    {
        int one = place.From, other = -1;
        foreach (ref readonly var link in _pieces.Land.LinksOf(place.Node))
        {
            var piece = _pieces.PieceOf(link.Other);
            (one, other) = piece < 0 || piece == one || other >= 0 ? (one, other) : one < 0 ? (piece, other) : (one, piece);
        }

        _members.Clear();
        if (place.From < 0)
        {
            other = other < 0 ? _bridge.From(place.Node, one, _members) : other;
            _members.Add(place.Node);
        }

        if (other < 0
            || _pieces.Sums(one).TwiceArea + _pieces.Sums(other).TwiceArea > _pieces.Land.Limits.MostTwiceArea / 4 * 5)
        {
            return false;
        }

        (one, other) = _pieces.Sums(one).Members >= _pieces.Sums(other).Members ? (one, other) : (other, one);
        foreach (var node in _members)
        {
            trial.Put(node, one);
        }

        return MoveAll(other, one, mostLoss);
    }

    private bool MoveAll(int piece, int to, double mostLoss)
    {
        _members.Clear();
        for (var node = _pieces.Members.First(piece); node >= 0; node = _pieces.Members.Next(node))
        {
            _members.Add(node);
        }

        _looked = _members.Count;
        if (!estimate.MayMove(CollectionsMarshal.AsSpan(_members), piece, to, mostLoss))
        {
            return false;
        }

        foreach (var node in _members)
        {
            trial.Put(node, to);
        }

        return true;
    }

    private bool Split(BorderPlace place, double mostLoss, ref SearchRandom random)
    {
        var area = _pieces.Sums(place.From).TwiceArea;
        if (area < 2 * _pieces.Land.Limits.LeastTwiceArea || state.IsFixed(place.From))
        {
            return false;
        }

        var part = _block.UpTo(place.Node, place.From, Share(area, ref random), ref random);
        var piece = state.Begin();
        _looked = part.Length;
        if (!estimate.MayMove(part, place.From, piece, mostLoss))
        {
            return false;
        }

        foreach (var node in part)
        {
            trial.Put(node, piece);
        }

        return true;
    }

    private bool CutAnew(BorderPlace place, ref SearchRandom random)
    {
        if (state.IsFixed(place.From) || state.IsFixed(place.To))
        {
            return false;
        }

        var area = _pieces.Sums(place.From).TwiceArea + _pieces.Sums(place.To).TwiceArea;
        var start = random.Below(2) == 0 ? place.Node : _pieces.Members.First(place.From);
        var part = _block.UpTo(start, place.To, Share(area, ref random), ref random);
        _members.Clear();
        _members.AddRange(part);
        MoveRest(place.From, place.To);
        foreach (var node in _members)
        {
            trial.Put(node, place.From);
        }

        return true;
    }

    private void MoveRest(int from, int to)
    {
        for (var node = _pieces.Members.First(from); node >= 0;)
        {
            var next = _pieces.Members.Next(node);
            trial.Put(node, to);
            node = next;
        }
    }

    private static long Share(long area, ref SearchRandom random) => area / 64 * (8 + random.Below(49));
}
