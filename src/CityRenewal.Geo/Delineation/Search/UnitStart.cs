namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Where the search of a unit starts: the pieces of the minimum cut, cut up where they are too large, drawn together by a
/// little extra benefit per m² or grown where they are too small.
/// </summary>
internal sealed class UnitStart(UnitLand land, UnitSearchOptions options)
{
    /// <summary>How much extra benefit draws scattered pieces together, as a share of what a m² is worth or costs, in this order.</summary>
    private static readonly double[] Subsidies = [0.15, 0.4, 0.8, 1.5];

    /// <summary>Whether what is placed is the best there is.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The areas that stay as they are, and nothing else.</summary>
    public SearchState FixedAlone() => StateOf(WithFixed(out var count), count);

    /// <summary>Places what the search starts from.</summary>
    /// <param name="cut">The solved cut of the unit.</param>
    /// <param name="bound">Tightened by what is tried on the way.</param>
    /// <param name="cancel">Ends the work.</param>
    public SearchState Place(UnitCut cut, UnitBound bound, CancellationToken cancel)
    {
        var pieces = WithFixed(out var count);
        if (options.Start is { } start)
        {
            foreach (var area in start)
            {
                Components(land, FreeNodesOf(area, pieces)).ForEach(members => PlaceAll(pieces, members));
            }
        }
        else if (land.ParcelCount <= Math.Min(options.TryAllUpTo, SmallUnitSearch.MostNodes) && SmallUnitSearch.Place(pieces))
        {
            IsComplete = true;
        }
        else
        {
            PlaceCut(pieces, cut, bound, cancel);
        }

        for (var node = 0; node < land.ParcelCount; node++)
        {
            if (land.IsLockedIn(node) && pieces.PieceOf(node) == UnitPieces.None)
            {
                PlaceAll(pieces, [node]);
            }
        }

        return StateOf(pieces, count);
    }

    private static SearchState StateOf(UnitPieces pieces, int fixedCount)
    {
        var state = new SearchState(pieces);
        for (var piece = 0; piece < fixedCount; piece++)
        {
            state.Fix(piece);
        }

        return state;
    }

    private UnitPieces WithFixed(out int count)
    {
        var pieces = new UnitPieces(land);
        foreach (var area in options.Fixed)
        {
            PlaceAll(pieces, FreeNodesOf(area, pieces));
        }

        count = pieces.Count;
        return pieces;
    }

    private List<int> FreeNodesOf(int[] area, UnitPieces pieces) =>
    [
        .. area.Select(node => node - land.CityNode(0))
            .Where(node => node >= 0 && node < land.ParcelCount && pieces.PieceOf(node) == UnitPieces.None),
    ];

    private static void PlaceAll(UnitPieces pieces, List<int> members)
    {
        if (members.Count > 0)
        {
            var piece = pieces.Begin();
            members.ForEach(node => pieces.Add(node, piece));
        }
    }

    private static void PlaceCut(UnitPieces pieces, UnitCut cut, UnitBound bound, CancellationToken cancel)
    {
        var land = pieces.Land;
        var free = Enumerable.Range(0, land.ParcelCount).Where(node => pieces.PieceOf(node) == UnitPieces.None && cut.IsIn(node));
        var small = Place(pieces, Components(land, free), cancel);
        if (small.Count > 0)
        {
            GatherWithSubsidies(pieces, cut, bound, cancel);
            GrowAlone(pieces, small);
        }
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
    private static void GatherWithSubsidies(
        UnitPieces pieces, UnitCut cut, UnitBound bound, CancellationToken cancel)
    {
        var land = pieces.Land;
        foreach (var share in Subsidies)
        {
            var subsidy = share * PerSquareMetre(land);
            cut.Solve(land, subsidy, cancel);
            bound.Tighten(cut.Bound, subsidy);
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

    private static double PerSquareMetre(UnitLand land)
    {
        double worth = 0, area = 0;
        for (var node = 0; node < land.ParcelCount; node++)
        {
            var isLinked = land.LinksOf(node).Length > 0;
            worth += isLinked ? Math.Abs((double)land.Benefits.Span[node]) : 0;
            area += isLinked ? land.TwiceArea(node) : 0;
        }

        var grid = land.Nodes.MetresPerUnit * LandNodes.UnitsPerGridUnit;
        return 2 * worth * SearchLimits.BenefitUnit / (Math.Max(1, area) * grid * grid);
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
}
