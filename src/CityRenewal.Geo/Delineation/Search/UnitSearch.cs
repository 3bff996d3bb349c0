namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Finds the areas of one planning unit: the minimum cut first, then its pieces, cut up where they are too large, grown or
/// dropped where they are too small, improved at their borders. Uses nothing but its input, so units can be solved anywhere.
/// </summary>
internal static class UnitSearch
{
    /// <summary>How much extra benefit per m² draws scattered pieces together, tried in this order.</summary>
    private static readonly double[] Subsidies = [0.03, 0.08, 0.16, 0.3];

    /// <summary>Areas of the unit as lists of city-wide nodes, and the bound.</summary>
    public static UnitResult Of(UnitLand land, UnitCut cut, CancellationToken cancel)
    {
        if (land.ParcelCount == 0)
        {
            return new UnitResult([], 0, 0, UnitProof.Of(land, cut, cancel));
        }

        var proof = UnitProof.Of(land, cut, cancel);
        var bound = proof.Millionths * SearchLimits.BenefitUnit;
        if (land.Rows.Count == 0)
        {
            cut.Solve(land, subsidy: 0, cancel);
        }

        var pieces = new UnitPieces(land);
        var components = Components(land, Enumerable.Range(0, land.ParcelCount).Where(cut.IsIn));
        if (components.Count == 0)
        {
            return new UnitResult([], 0, bound, proof);
        }

        var small = Place(pieces, components, cancel);
        if (small.Count > 0)
        {
            GatherWithSubsidies(pieces, cut, cancel);
            GrowAlone(pieces, small);
        }

        var improvement = new PieceImprovement(pieces);
        do
        {
            improvement.Run(cancel);
            if (land.Rows.Count > 0)
            {
                new PieceRepair(pieces).Run(cancel);
            }

            new LimitRepair(pieces).Run(cancel);
        }
        while (DissolveWhatIsWorthNothing(pieces));

        return new UnitResult(Areas(pieces), Enumerable.Range(0, pieces.Count).Sum(pieces.Value), bound, proof);
    }

    /// <summary>Contiguous groups of the chosen nodes; two nodes with a barrier between are never in one group.</summary>
    private static List<List<int>> Components(UnitLand land, IEnumerable<int> chosen)
    {
        const int Free = -2;
        var group = new int[land.ParcelCount];
        Array.Fill(group, -1);
        var starts = chosen.ToList();
        starts.ForEach(node => group[node] = Free);
        var components = new List<List<int>>();
        foreach (var start in starts)
        {
            if (group[start] != Free)
            {
                continue;
            }

            var number = components.Count;
            var members = new List<int> { start };
            group[start] = number;
            for (var at = 0; at < members.Count; at++)
            {
                foreach (var link in land.LinksOf(members[at]))
                {
                    if (link.Joins && group[link.Other] == Free && !IsBarredFrom(land, group, link.Other, number))
                    {
                        group[link.Other] = number;
                        members.Add(link.Other);
                    }
                }
            }

            components.Add(members);
        }

        return components;
    }

    private static bool IsBarredFrom(UnitLand land, int[] group, int node, int number)
    {
        foreach (var link in land.LinksOf(node))
        {
            if (link.IsBarred && group[link.Other] == number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Places what is large enough, cut up where it is too large; returns what is too small, the best first.</summary>
    private static List<List<int>> Place(UnitPieces pieces, List<List<int>> components, CancellationToken cancel)
    {
        var limits = pieces.Land.Limits;
        var small = new List<(double Value, List<int> Members)>();
        PieceSplit? split = null;
        foreach (var members in components)
        {
            var area = members.Sum(pieces.Land.TwiceArea);
            if (area < limits.LeastTwiceArea)
            {
                small.Add((Worth(pieces, members), members));
            }
            else if (area <= limits.MostTwiceArea)
            {
                PlaceIfWorthIt(pieces, members);
            }
            else
            {
                split ??= new PieceSplit(pieces.Land);
                split.Split(members, cancel).ForEach(part => PlaceIfWorthIt(pieces, part));
            }
        }

        return [.. small.OrderByDescending(piece => piece.Value).ThenBy(piece => piece.Members[0]).Select(piece => piece.Members)];
    }

    private static void PlaceIfWorthIt(UnitPieces pieces, List<int> members)
    {
        var piece = pieces.Begin();
        members.ForEach(node => pieces.Add(node, piece));
        if (pieces.Value(piece) <= 0 && !members.Any(pieces.Land.IsLockedIn))
        {
            members.ForEach(node => pieces.Remove(node));
        }
    }

    private static double Worth(UnitPieces pieces, List<int> members)
    {
        var piece = pieces.Begin();
        members.ForEach(node => pieces.Add(node, piece));
        var value = pieces.Value(piece);
        members.ForEach(node => pieces.Remove(node));
        return value;
    }

    /// <summary>Cuts again with a little extra benefit per m²: small pieces near each other flow together at the least price.</summary>
    private static void GatherWithSubsidies(UnitPieces pieces, UnitCut cut, CancellationToken cancel)
    {
        var land = pieces.Land;
        foreach (var subsidy in Subsidies)
        {
            cut.Solve(land, subsidy, cancel);
            var free = Enumerable.Range(0, land.ParcelCount)
                .Where(node => pieces.PieceOf(node) == UnitPieces.None && cut.IsIn(node));
            foreach (var members in Components(land, free))
            {
                var area = members.Sum(land.TwiceArea);
                if (area >= land.Limits.LeastTwiceArea && area <= land.Limits.MostTwiceArea)
                {
                    PlaceIfWorthIt(pieces, members);
                }
            }
        }
    }

    private static void GrowAlone(UnitPieces pieces, List<List<int>> small)
    {
        var growth = new PieceGrowth(pieces);
        var isEmpty = Enumerable.Range(0, pieces.Count).All(piece => pieces.Sums(piece).Members == 0);
        foreach (var members in small)
        {
            if (members.TrueForAll(node => pieces.PieceOf(node) == UnitPieces.None))
            {
                growth.Grow(members, patient: isEmpty);
            }
        }
    }

    /// <summary>What a piece gave to its neighbours can leave it worth less than nothing; its land becomes free again.</summary>
    private static bool DissolveWhatIsWorthNothing(UnitPieces pieces)
    {
        var dissolved = false;
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            if (pieces.Sums(piece).Members > 0 && pieces.Value(piece) <= 0)
            {
                var members = pieces.MembersOf(piece);
                if (!members.Exists(pieces.Land.IsLockedIn))
                {
                    members.ForEach(node => pieces.Remove(node));
                    dissolved = true;
                }
            }
        }

        return dissolved;
    }

    private static List<int[]> Areas(UnitPieces pieces)
    {
        var members = new List<int>[pieces.Count];
        for (var node = 0; node < pieces.Land.Count; node++)
        {
            var piece = pieces.PieceOf(node);
            if (piece != UnitPieces.None)
            {
                (members[piece] ??= []).Add(pieces.Land.CityNode(node));
            }
        }

        return [.. members.Where(list => list is not null).Select(list => list.ToArray())];
    }
}
