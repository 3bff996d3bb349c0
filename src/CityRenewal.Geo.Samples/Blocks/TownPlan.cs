using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>
/// Which regions make the city: all around the middle by remoteness, until there are as many parcels as asked for. The last
/// block is divided into as many as are still missing, which is how the number is met exactly.
/// </summary>
internal sealed class TownPlan
{
    // Land of a parcel with its share of streets and water, m²: measured on generated cities, a first guess only.
    private const double LandPerParcel = 2_950;
    private const int MostRounds = 4;

    private TownPlan(SampleOptions options, Lattice lattice, List<Region> regions)
    {
        (Options, Lattice, Regions) = (options, lattice, regions);
        FirstOfCell = [.. CellStarts(regions), regions.Count];
    }

    /// <summary>What was asked for.</summary>
    public SampleOptions Options { get; }

    /// <summary>The coarse net.</summary>
    public Lattice Lattice { get; }

    /// <summary>The city's regions, by planning unit, cell and number.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>First region of each cell that has any, and one past the last.</summary>
    public IReadOnlyList<int> FirstOfCell { get; }

    /// <summary>Lays out the city: twice or three times, until its outskirts lie where the town was meant to end.</summary>
    public static TownPlan Of(SampleOptions options, CancellationToken cancel)
    {
        var radius = Math.Sqrt(options.Parcels * LandPerParcel / Math.PI);
        for (var round = 1; ; round++)
        {
            var lattice = new Lattice(options.Seed, radius, options.Town);
            var regions = Taken(options, lattice, new Townscape(options.Seed, radius, options.Town), radius, cancel);
            var reached = regions[^1].Remoteness;
            if (round == MostRounds || Math.Abs(reached - 1) < 0.04)
            {
                regions.Sort((a, b) => Order(a).CompareTo(Order(b)));
                return new TownPlan(options, lattice, regions);
            }

            radius *= 1 + (0.8 * (reached - 1));
        }
    }

    // The cells looked at reach so far beyond the limit that no region within it is missed.
    private static List<Region> Taken(
        SampleOptions options, Lattice lattice, Townscape townscape, double radius, CancellationToken cancel)
    {
        var margin = 1.7 * Lattice.CellSide / radius * townscape.Steepest;
        for (var limit = 1.06; ; limit *= 1.3)
        {
            var cells = CellsWithin(limit + margin, radius, townscape);
            var candidates = Candidates(cells, options, lattice, townscape, cancel);
            candidates.RemoveAll(region => region.Remoteness > limit);
            if (Take(candidates, options.Parcels))
            {
                return candidates;
            }
        }
    }

    private static List<Region> Candidates(
        List<(int I, int J)> cells, SampleOptions options, Lattice lattice, Townscape townscape, CancellationToken cancel)
    {
        var found = new List<Region>[cells.Count];
        Parallel.For(
            0,
            cells.Count,
            options.InParallel(cancel),
            () => new CellStreets(options.Seed, lattice, townscape),
            (c, _, streets) =>
            {
                found[c] = streets.Regions(cells[c].I, cells[c].J);
                return streets;
            },
            _ => { });
        return [.. found.SelectMany(regions => regions)];
    }

    private static List<(int I, int J)> CellsWithin(double remoteness, double radius, Townscape townscape)
    {
        var cells = new List<(int I, int J)>();
        var steps = (int)(townscape.Reach * remoteness * radius / Lattice.CellSide) + 3;
        for (var j = -steps; j <= steps; j++)
        {
            for (var i = -steps; i <= steps; i++)
            {
                if (townscape.Remoteness(Lattice.CellSide * new Spot(i + 0.5, j + 0.5)) < remoteness)
                {
                    cells.Add((i, j));
                }
            }
        }

        return cells;
    }

    private static bool Take(List<Region> candidates, int parcels)
    {
        candidates.Sort((a, b) => (a.Remoteness, a.Cell, a.Index).CompareTo((b.Remoteness, b.Cell, b.Index)));
        var missing = parcels;
        for (var r = 0; r < candidates.Count; r++)
        {
            var region = candidates[r];
            if (region.Parcels >= missing)
            {
                (region.Faces, region.Extra) = (missing, ExtraParcel.None);
                candidates.RemoveRange(r + 1, candidates.Count - r - 1);
                return true;
            }

            missing -= region.Parcels;
        }

        return false;
    }

    private static (int J, int Unit, int I, int Index) Order(Region region)
    {
        var unit = Divisions.UnitOf(region.Cell);
        return (unit.Row, unit.Column, region.Cell.I, region.Index);
    }

    private static IEnumerable<int> CellStarts(List<Region> regions) =>
        Enumerable.Range(0, regions.Count).Where(r => r == 0 || regions[r].Cell != regions[r - 1].Cell);
}
