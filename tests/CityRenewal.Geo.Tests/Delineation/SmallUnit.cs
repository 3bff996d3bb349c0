using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>A drawn unit small enough to try everything: what each parcel is worth, what it takes of a rule, and the limits in cells.</summary>
internal sealed record SmallUnit(string[] Rows, int[] Worth, double Price, int Least, int Most)
{
    private const long TwiceCell = 2L * 200_000 * 200_000;

    /// <summary>What each parcel takes of a row, repeated over the parcels; empty for no row.</summary>
    public int[] Takes { get; init; } = [];

    /// <summary>What an area may take in all.</summary>
    public int RowLimit { get; init; }

    public override string ToString() => $"{string.Join('|', Rows)} worth {string.Join(',', Worth)} price {Price} limits {Least}-{Most} takes {string.Join(',', Takes)} of {RowLimit}";

    public UnitLand Land(LandNodes? nodes = null)
    {
        nodes ??= new LatticeLand(Rows).Nodes();
        var benefits = new long[nodes.Count];
        for (var parcel = 0; parcel < nodes.NodeOfParcel.Length; parcel++)
        {
            if (nodes.NodeOfParcel[parcel] >= 0)
            {
                benefits[nodes.NodeOfParcel[parcel]] = Worth[parcel % Worth.Length] * 1_000_000L;
            }
        }

        return new UnitLand(
            nodes, benefits, new SearchLimits(Price * nodes.MetresPerUnit, Least * TwiceCell, Most * TwiceCell, 7), 0, RowsOf(nodes));
    }

    /// <summary>Whether the members together take no more of the row than they may.</summary>
    public bool KeepsRow(UnitLand land, IEnumerable<int> members) =>
        land.Rows.Count == 0 || members.Sum(node => land.Rows.Slack(0, land.CityNode(node))) <= land.Rows.Limit(0);

    private NodeRows RowsOf(LandNodes nodes) => Takes.Length == 0
        ? NodeRows.None
        : NodeRows.Of(
            nodes,
            [new RuleRow("test", [.. nodes.NodeOfParcel.Select((_, parcel) => Takes[parcel % Takes.Length] * 1_000_000L)], RowLimit * 1_000_000L)]);

    public int MaskOf(UnitLand land, IEnumerable<int> area) =>
        area.Where(node => node < land.ParcelCount).Aggregate(0, (mask, node) => mask | (1 << node));

    public double Value(UnitLand land, IEnumerable<int> area) => Value(land, MaskOf(land, area));

    public bool IsFeasible(UnitLand land, int mask)
    {
        var members = Enumerable.Range(0, land.ParcelCount).Where(node => (mask >> node & 1) == 1).ToList();
        var area = members.Sum(land.TwiceArea);
        var reached = mask & -mask;
        for (var before = 0; before != reached;)
        {
            before = reached;
            foreach (var node in members.Where(node => (reached >> node & 1) == 1))
            {
                foreach (var link in land.LinksOf(node))
                {
                    reached |= link.Joins ? (1 << link.Other) & mask : 0;
                }
            }
        }

        return area >= land.Limits.LeastTwiceArea && area <= land.Limits.MostTwiceArea && reached == mask && KeepsRow(land, members);
    }

    /// <summary>The best value over all sets of disjoint feasible areas.</summary>
    public double BestByTryingAll(UnitLand land)
    {
        var all = 1 << land.ParcelCount;
        var value = new double[all];
        for (var mask = 1; mask < all; mask++)
        {
            value[mask] = IsFeasible(land, mask) ? Math.Max(0, Value(land, mask)) : 0;
        }

        var best = new double[all];
        for (var mask = 1; mask < all; mask++)
        {
            var lowest = mask & -mask;
            best[mask] = best[mask ^ lowest];
            for (var part = mask; part > 0; part = (part - 1) & mask)
            {
                if ((part & lowest) != 0 && value[part] > 0)
                {
                    best[mask] = Math.Max(best[mask], value[part] + best[mask ^ part]);
                }
            }
        }

        return best[all - 1];
    }

    private static double Value(UnitLand land, int mask)
    {
        var pieces = new UnitPieces(land);
        var piece = pieces.Begin();
        for (var node = 0; node < land.ParcelCount; node++)
        {
            if ((mask >> node & 1) == 1)
            {
                pieces.Add(node, piece);
            }
        }

        return pieces.Value(piece);
    }
}
