using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Ground;
using CityRenewal.Geo.Samples.Registers;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>
/// City health check 城市体检 by community: problems as inspectors write them down, and the shortage of facilities, which
/// grows with the share of old quarters and is not known for every community.
/// </summary>
internal static class HealthCheckSheet
{
    private const double KnownShare = 0.85;

    private static readonly (string Problem, double Base, double WithAge)[] Problems =
    [
        ("elderly_facilities", 0.15, 0.5),
        ("childcare", 0.2, 0.2),
        ("parking", 0.2, 0.3),
        ("停车难", 0.05, 0.1),
        ("ageing_pipes", 0.05, 0.7),
        ("accessibility", 0.2, 0.4),
        ("fire_lanes", 0.05, 0.5),
        ("green_space", 0.15, 0.3),
    ];

    /// <summary>The layer, on the communities of the administrative units.</summary>
    public static SourceLayer Of(Layout layout, SourceLayer units)
    {
        // The communities stand in the order in which the layout meets them.
        var (labels, firsts) = layout.Group(region => (region.Cell.J, region.Cell.I));
        int[] rows = [.. Enumerable.Range(0, units.Shapes.Count).Where(row => units.Column("kind")!.TextOf(row) == "community")];
        var communities = RowChoice.Of(units, rows);
        var oldShares = OldShares(layout, labels, firsts.Count);
        var checks = firsts.Select((first, n) => Checked(layout, first, oldShares[n])).ToList();
        return new SourceLayer
        {
            Name = LayerNames.HealthChecks,
            Epsg = communities.Epsg,
            Origin = communities.Origin,
            Shapes = communities.Shapes,
            Columns =
            [
                Text("zone_id", n => "TJ" + communities.Column("zone_id")!.TextOf(n)),
                Text("kind", _ => "community"),
                Text("name", communities.Column("name")!.TextOf),
                Text("parent_id", communities.Column("zone_id")!.TextOf),
                Text("problems", n => checks[n].Problems),
                new RealSource("facilities_shortage", [.. checks.Select(check => check.Shortage)]),
            ],
        };

        TextSource Text(string name, Func<int, string> of) => new(name, TextColumn.From(Enumerable.Range(0, rows.Length).Select(of)));
    }

    private static (string Problems, double Shortage) Checked(Layout layout, Region first, double oldShare)
    {
        var dice = Dice.For(layout.Seed, Topic.HealthCheck, first.Cell.I, first.Cell.J);
        var shortage = Math.Round(Math.Clamp(0.15 + (0.55 * oldShare) + (0.12 * dice.Bell()), 0, 1) * 100) / 100;
        var isKnown = dice.Chance(KnownShare) || layout.Plan.Options.IsSound;
        var problems = new List<string>();
        foreach (var (problem, least, withAge) in Problems)
        {
            if (dice.Chance(least + (withAge * oldShare)))
            {
                problems.Add(problem);
            }
        }

        return (string.Join(';', problems), isKnown ? shortage : Unknown.Real);
    }

    private static double[] OldShares(Layout layout, int[] labels, int communities)
    {
        int[] old = new int[communities], all = new int[communities];
        for (var r = 0; r < labels.Length; r++)
        {
            if (layout.Plan.Regions[r].Faces > 0)
            {
                all[labels[r]]++;
                old[labels[r]] += layout.Plan.Regions[r].Quarter is Quarter.OldTown or Quarter.WalkUps or Quarter.Village ? 1 : 0;
            }
        }

        return [.. all.Select((count, n) => count > 0 ? (double)old[n] / count : 0)];
    }
}
