namespace CityRenewal.Geo.Exact.Plans;

/// <summary>
/// What a part of all plans has in common: nodes that are in an area or in none, pairs of nodes that are in one area together or
/// never are (Ryan and Foster 1981).
/// </summary>
/// <param name="Bound">What no plan of it exceeds, as its parent knows.</param>
/// <param name="Decisions">Unit, two nodes (twice the same: the node itself), and whether together.</param>
internal sealed record Branch(double Bound, IReadOnlyList<(int Unit, int One, int Other, bool Together)> Decisions)
{
    /// <summary>The part with one decision more.</summary>
    public Branch With(double bound, (int Unit, int One, int Other, bool Together) decision) => new(bound, [.. Decisions, decision]);

    /// <summary>Whether a node is in no area.</summary>
    public bool IsOut(int unit, int node) => Decisions.Contains((unit, node, node, false));

    /// <summary>Nodes that are in an area.</summary>
    public IEnumerable<(int Unit, int Node)> In() => Decisions.Where(one => one.One == one.Other && one.Together).Select(one => (one.Unit, one.One));

    /// <summary>Pairs of a unit.</summary>
    public IEnumerable<(int One, int Other, bool Together)> PairsOf(int unit) =>
        Decisions.Where(one => one.Unit == unit && one.One != one.Other).Select(one => (one.One, one.Other, one.Together));

    /// <summary>Whether an area is of such plans.</summary>
    public bool Allows(AreaColumn column)
    {
        foreach (var (unit, one, other, together) in Decisions)
        {
            if (unit != column.Unit || (one == other && together))
            {
                continue;
            }

            var (hasOne, hasOther) = (Has(column, one), Has(column, other));
            if (together ? hasOne != hasOther : hasOne && hasOther)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Has(AreaColumn column, int node) => Array.BinarySearch(column.Nodes, node) >= 0;
}
