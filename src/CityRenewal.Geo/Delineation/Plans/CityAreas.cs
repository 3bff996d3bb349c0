namespace CityRenewal.Geo.Delineation;

/// <summary>
/// All areas that the visits of a small city have seen, whole and at home in one unit each. Plans of units are chosen as a whole;
/// here the areas of the best plan are chosen one by one, so that a limit over the plan is filled with what fits best, and what one
/// visit found here goes with what another found there.
/// </summary>
internal sealed class CityAreas
{
    /// <summary>Most nodes of a city in which areas are kept.</summary>
    public const int MostNodes = 5_000;

    private const int PerNode = 6;

    private readonly SearchProblem _problem;
    private readonly GlobalLimits _limits;
    private readonly UnitLand?[] _lands;
    private readonly PartWorth?[] _worths;
    private readonly List<SeenArea>[] _seen;
    private readonly int[] _locked;
    private readonly HashSet<ulong>[] _known;

    private CityAreas(SearchProblem problem, GlobalLimits limits)
    {
        (_problem, _limits) = (problem, limits);
        var count = problem.Nodes.ProblemCount;
        (_lands, _worths) = (new UnitLand?[count], new PartWorth?[count]);
        _seen = [.. Enumerable.Range(0, count).Select(_ => new List<SeenArea>())];
        _locked = [.. Enumerable.Range(0, count).Select(unit => problem.Nodes.LockedIn.AsSpan(problem.Nodes.ProblemStart[unit]..problem.Nodes.StreetStart[unit]).Count(true))];
        _known = [.. Enumerable.Range(0, count).Select(_ => new HashSet<ulong>())];
    }

    /// <summary>Room for the areas of a city; null where it is large, or where areas cost or exclude each other by more than their land.</summary>
    public static CityAreas? Of(SearchProblem problem, GlobalLimits limits)
    {
        var nodes = problem.Nodes;
        var areTogether = nodes.Sets.Count > 0 || nodes.NearStart.Length > 0 || nodes.PairPrices.Length > 0
            || nodes.SoftDivisions.Count > 0 || problem.Limits.LeastTwiceRemainder > 0;
        return nodes.Count > MostNodes || areTogether ? null : new CityAreas(problem, limits);
    }

    /// <summary>Takes in what a visit has seen.</summary>
    public void Add(int unit, UnitResult result, IReadOnlyList<UnitPlan> plans)
    {
        var (first, end) = (_problem.Nodes.ProblemStart[unit], _problem.Nodes.StreetStart[unit]);
        if (end == first)
        {
            return;
        }

        foreach (var nodes in result.Seen.Select(area => area.Nodes).Concat(plans.SelectMany(plan => plan.Areas).Select(
            area => area.Where(node => node < end).Select(node => node - first).ToArray())))
        {
            if (_known[unit].Add(SeenAreas.MarkOf(nodes)) && WorthOf(unit).Judged([.. nodes.Select(node => first + node)]) is { IsBroken: false } judged)
            {
                _seen[unit].Add(new SeenArea(nodes, judged.Worth));
            }
        }

        _seen[unit] = SeenAreas.Worthwhile(_seen[unit], LandOf(unit), PerNode);
    }

    /// <summary>The areas of a unit seen so far that keep its limits, at its benefits.</summary>
    public IReadOnlyList<SeenArea> KnownOf(UnitLand land) =>
    [
        .. from area in _seen[land.Problem]
           where area.Nodes.Sum(land.TwiceArea) <= land.Limits.MostTwiceArea
           select area with { Value = area.Value + (area.Nodes.Sum(node => land.Benefits.Span[node] - _problem.Benefits[land.CityNode(node)]) * SearchLimits.BenefitUnit) },
    ];

    /// <summary>The best choice of areas that is found, as a plan of each unit; null where none keeps the hard limits and holds what is locked in.</summary>
    /// <param name="known">The best plan of each unit so far.</param>
    /// <param name="isKept">Whether these keep the hard limits.</param>
    public IReadOnlyList<UnitPlan>? Best(IReadOnlyList<UnitPlan> known, bool isKept)
    {
        var areas = new List<PackedArea>();
        var units = new List<int>();
        var start = new List<int>();
        for (var unit = 0; unit < _seen.Length; unit++)
        {
            var first = _problem.Nodes.ProblemStart[unit];
            foreach (var area in known[unit].Areas)
            {
                start.Add(areas.Count);
                var (worth, isBroken) = WorthOf(unit).Judged(area);
                areas.Add(PackedOf([.. area.Where(node => node < _problem.Nodes.StreetStart[unit])], worth, isBroken));
            }

            areas.AddRange(_seen[unit].Select(area => PackedOf([.. area.Nodes.Select(node => first + node)], area.Value, false)));
            units.AddRange(Enumerable.Repeat(unit, areas.Count - units.Count));
        }

        var chosen = AreaPacking.Of(_limits, areas, isKept ? start : []);
        var plans = Enumerable.Range(0, _seen.Length).Select(unit => PlanOf(unit, [.. chosen.Where(area => units[area] == unit).Select(area => areas[area])])).ToList();
        return plans.Contains(null) ? null : [.. plans.OfType<UnitPlan>()];
    }

    private PackedArea PackedOf(int[] nodes, double worth, bool isBroken) =>
        new(nodes, worth, _limits.Takes([nodes]), nodes.Count(node => _problem.Nodes.LockedIn[node]), isBroken);

    private UnitPlan? PlanOf(int unit, List<PackedArea> areas) => areas.Sum(area => area.Locked) < _locked[unit]
        ? null
        : new UnitPlan(
            [.. areas.OrderBy(area => area.Nodes[0]).Select(area => WorthOf(unit).WithStreets(area.Nodes))],
            areas.Sum(area => area.Value),
            [.. Enumerable.Range(0, _limits.Count).Select(row => areas.Sum(area => area.Takes[row]))]) { Broken = areas.Count(area => area.IsBroken) };

    private UnitLand LandOf(int unit) =>
        _lands[unit] ??= new UnitLand(_problem.Nodes, _problem.Benefits, _problem.Limits, unit, _problem.Rows) { Floors = _problem.Floors };

    private PartWorth WorthOf(int unit) => _worths[unit] ??= new PartWorth(LandOf(unit));
}
