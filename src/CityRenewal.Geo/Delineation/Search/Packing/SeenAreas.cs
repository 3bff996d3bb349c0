namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The areas that a search of a unit has seen on its way and that break no limit: what is best here in one run and there in another
/// can be in one plan. Looks are at whole stretches of work, so that the same work sees the same areas.
/// </summary>
internal sealed class SeenAreas(UnitLand land)
{
    private const int Most = 16_384;

    private readonly HashSet<ulong> _known = [];
    private readonly List<SeenArea> _areas = [];
    private readonly ulong[] _marks = [.. Enumerable.Range(0, land.ParcelCount).Select(node => SearchRandom.Join(0, node))];
    private readonly double _perSquareMetre = PieceScale.Of(land).PerSquareMetre;

    /// <summary>What was seen, in the order of sight, once each.</summary>
    public IReadOnlyList<SeenArea> Areas => _areas;

    /// <summary>Takes in the pieces of this moment that may be areas.</summary>
    public void Look(SearchState state)
    {
        for (var piece = 0; piece < state.Pieces.Count; piece++)
        {
            var isLocked = state.Pieces.Sums(piece).Locked > 0;
            if (state.Pieces.Sums(piece).Members > 0 && state.Score(piece).Excess == 0 && (isLocked || state.Value(piece) > 0)
                && _areas.Count < Most && _known.Add(MarkOf(state.Pieces, piece)))
            {
                _areas.Add(new SeenArea([.. state.Pieces.MembersOf(piece)], state.Value(piece) / _perSquareMetre));
            }
        }
    }

    /// <summary>
    /// The areas worth keeping: for every node the few that hold it and are worth most, or most for their land. So whatever part of the
    /// unit a plan leaves free, something is known that fits there.
    /// </summary>
    /// <param name="areas">Areas of one unit.</param>
    /// <param name="land">The unit.</param>
    /// <param name="perNode">How many a node keeps by each measure.</param>
    public static List<SeenArea> Worthwhile(IReadOnlyList<SeenArea> areas, UnitLand land, int perNode)
    {
        var kept = new bool[areas.Count];
        Keep(area => areas[area].Value);
        Keep(area => areas[area].Value / Math.Max(1, areas[area].Nodes.Sum(land.TwiceArea)));
        return [.. areas.Where((_, area) => kept[area])];

        void Keep(Func<int, double> measure)
        {
            var left = new int[land.ParcelCount];
            Array.Fill(left, perNode);
            foreach (var area in Enumerable.Range(0, areas.Count).OrderByDescending(measure).ThenBy(area => area))
            {
                if (areas[area].Nodes.Any(node => left[node] > 0))
                {
                    kept[area] = true;
                    foreach (var node in areas[area].Nodes)
                    {
                        left[node]--;
                    }
                }
            }
        }
    }

    /// <summary>What tells an area from others: the same for the same nodes of a unit.</summary>
    public static ulong MarkOf(int[] nodes)
    {
        ulong mark = 0;
        foreach (var node in nodes)
        {
            mark ^= SearchRandom.Join(0, node);
        }

        return mark;
    }

    private ulong MarkOf(UnitPieces pieces, int piece)
    {
        ulong mark = 0;
        for (var node = pieces.Members.First(piece); node >= 0; node = pieces.Members.Next(node))
        {
            mark ^= _marks[node];
        }

        return mark;
    }
}
