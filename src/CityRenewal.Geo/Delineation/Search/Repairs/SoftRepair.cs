namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Settles what the moves of the search do not look at and costs all the same: each set that is split is completed, let go
/// of, or left split, and each piece that lies in several units of a division is parted there, or left, whichever is worth most
/// after prices.
/// </summary>
internal sealed class SoftRepair
{
    private readonly UnitPieces _pieces;
    private readonly PieceJudge _judge;
    private readonly SoftPrices _prices;

    public SoftRepair(UnitPieces pieces)
    {
        (_pieces, _judge, _prices) = (pieces, new PieceJudge(pieces.Land), new SoftPrices(pieces.Land));
    }

    /// <summary>Mends what gains; nothing changes where nothing costs.</summary>
    public void Run()
    {
        if (!_prices.HasAny)
        {
            return;
        }

        foreach (var set in _prices.Sets)
        {
            Settle(set);
        }

        foreach (var division in _pieces.Land.Nodes.SoftDivisions)
        {
            for (var (piece, count) = (0, _pieces.Count); piece < count; piece++)
            {
                Part(division, piece);
            }
        }
    }

    private void Settle(int[] set)
    {
        var holders = set.Select(_pieces.PieceOf).Where(piece => piece != UnitPieces.None).Distinct().Order().ToList();
        if (holders.Count == 0 || (holders.Count == 1 && set.All(node => _pieces.PieceOf(node) == holders[0])))
        {
            return;
        }

        var (best, worth) = (Snapshot(holders), holders.Sum(WorthOf));
        var before = best;
        Merge(set, holders);
        (best, worth) = Better((best, worth), before);
        Restore(before);
        LetGo(set);
        (best, _) = Better((best, worth), before);
        Restore(best);
    }

    /// <summary>Completes a set in the piece that holds most of it, with what the other pieces hold as far as the limits allow.</summary>
    private void Merge(int[] set, List<int> holders)
    {
        var giving = new PieceGiving(_pieces);
        var main = holders.MaxBy(piece => set.Count(node => _pieces.PieceOf(node) == piece));
        var others = holders.Where(piece => piece != main).SelectMany(_pieces.MembersOf).ToList();
        others.ForEach(node => _pieces.Remove(node));
        new SetPaths(_pieces, giving).TryComplete(set, main);
        while (others.RemoveAll(node => _pieces.PieceOf(node) == main || giving.TryAdd([node], main)) > 0)
        {
        }
    }

    private void LetGo(int[] set)
    {
        var giving = new PieceGiving(_pieces);
        set.Where(node => _pieces.PieceOf(node) != UnitPieces.None && giving.MayLeave(node)).ToList().ForEach(giving.Leave);
    }

    private Dictionary<int, List<int>> Snapshot(IEnumerable<int> pieces) => pieces.ToDictionary(piece => piece, _pieces.MembersOf);

    private (Dictionary<int, List<int>> Members, double Worth) Better((Dictionary<int, List<int>> Members, double Worth) sofar, Dictionary<int, List<int>> before)
    {
        var isLost = before.Values.Any(members => members.Exists(node => _pieces.Land.IsLockedIn(node) && _pieces.PieceOf(node) == UnitPieces.None));
        var now = before.Keys.Sum(WorthOf);
        return !isLost && now > sofar.Worth + 1e-6 ? (Snapshot(before.Keys), now) : sofar;
    }

    private void Restore(Dictionary<int, List<int>> members)
    {
        foreach (var piece in members.Keys)
        {
            _pieces.MembersOf(piece).ForEach(node => _pieces.Remove(node));
        }

        foreach (var (piece, nodes) in members)
        {
            nodes.ForEach(node => _pieces.Add(node, piece));
        }
    }

    /// <summary>Parts a piece along the units of a division where its parts, those that may be areas, are worth more.</summary>
    private void Part(SoftDivision division, int piece)
    {
        var members = _pieces.MembersOf(piece);
        if (members.Select(UnitOf).Distinct().Count() < 2)
        {
            return;
        }

        var whole = WorthOf(piece);
        Put([], piece);
        var (parts, sum, losesLocked) = (new List<int>(), 0.0, false);
        foreach (var side in members.GroupBy(UnitOf).OrderBy(side => side.Key).SelectMany(side => Together([.. side])))
        {
            var part = _pieces.Begin();
            side.ForEach(node => _pieces.Add(node, part));
            if (WorthOf(part) is var worth && (worth > 0 || side.Exists(_pieces.Land.IsLockedIn)))
            {
                losesLocked |= double.IsNegativeInfinity(worth);
                (sum, parts) = (sum + worth, [.. parts, part]);
            }
            else
            {
                side.ForEach(node => _pieces.Remove(node));
            }
        }

        if (losesLocked || sum <= whole + 1e-6)
        {
            parts.ForEach(part => Put([], part));
            Put(members, piece);
        }

        int UnitOf(int node) => division.UnitOfNode[_pieces.Land.CityNode(node)];
    }

    private List<List<int>> Together(HashSet<int> nodes)
    {
        var parts = new List<List<int>>();
        foreach (var start in nodes.Order().ToList())
        {
            if (!nodes.Remove(start))
            {
                continue;
            }

            var part = new List<int> { start };
            for (var at = 0; at < part.Count; at++)
            {
                foreach (var link in _pieces.Land.LinksOf(part[at]))
                {
                    if (link.Joins && nodes.Remove(link.Other))
                    {
                        part.Add(link.Other);
                    }
                }
            }

            parts.Add(part);
        }

        return parts;
    }

    /// <summary>What a piece is worth after prices, m²; nothing can be worth less where it is no area.</summary>
    private double WorthOf(int piece)
    {
        if (_pieces.Sums(piece).Members == 0)
        {
            return 0;
        }

        var score = _judge.Of(_pieces.Sums(piece), _pieces.Rows(piece));
        return score.Excess > 0
            ? double.NegativeInfinity
            : (score.Value / _judge.Scale.PerSquareMetre) - _prices.Of(_pieces.MembersOf(piece));
    }

    private void Put(List<int> members, int piece)
    {
        _pieces.MembersOf(piece).Except(members).ToList().ForEach(node => _pieces.Remove(node));
        members.Where(node => _pieces.PieceOf(node) != piece).ToList().ForEach(node => _pieces.Put(node, piece));
    }
}
