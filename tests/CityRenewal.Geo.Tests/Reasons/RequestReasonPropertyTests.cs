using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Tests.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Reasons;

/// <summary>What is told of a flip is true: the flipped plan is built anew and held to the request by the checks of finished plans.</summary>
public class RequestReasonPropertyTests
{
    private static readonly string[] Town = ["ABCDE", "FGHIJ", "KLMNO", "PQRST"];

    private static readonly Gen<Case> Cases =
        from houses in Gen.Int[0, 2].Select(kind => "oon"[kind]).Array[5].Array[4]
        from order in Gen.Shuffle(Enumerable.Range(0, 20).ToArray())
        from sizes in Gen.Select(Gen.Int[1, 9], Gen.Int[1, 6])
        from price in Gen.Double[0.1, 3]
        from budget in Gen.Int[1, 14]
        from counts in Gen.Select(Gen.Int[0, 3], Gen.Int[1, 3])
        from numbers in Gen.Select(Gen.Int[5, 45], Gen.Int[0, 900], Gen.Int[1, 1_700])
        select new Case([.. houses.Select(row => new string(row))], order, [sizes.Item1, sizes.Item2], price)
        {
            Land = budget * 400, Fewest = counts.Item1, Most = counts.Item2,
            Spacing = numbers.Item1, Enclave = numbers.Item2, Remainder = numbers.Item3,
        };

    [Fact]
    public void What_a_flip_costs_is_what_the_flipped_plan_costs_and_what_it_breaks_is_broken() => Cases.Sample(
        tried =>
        {
            var areas = tried.Areas();
            var soft = ReasonTown.Explain(tried.City(), ReasonTown.Options with { MinimumArea = 1, Limits = tried.Limits(isSoft: true) }, areas);
            var hard = ReasonTown.Explain(tried.City(), ReasonTown.Options with { MinimumArea = 1, Limits = tried.Limits(isSoft: false) }, areas);
            var before = Worth.Of(soft, areas);
            var (details, strict) = (new DetailAssembly(soft), new DetailAssembly(hard));
            for (var parcel = 0; parcel < 20; parcel++)
            {
                foreach (var flip in details.Of(parcel).Flips.Where(flip => flip.CutOff.Count == 0))
                {
                    var after = Worth.Of(soft, Flipped(areas, soft, flip));
                    Assert.Equal(after.Value - before.Value, flip.ObjectiveChange, tolerance: 0.001);
                    var told = strict.Of(parcel).Flips.Single(other => other.Area == flip.Area).Limits
                        .Where(limit => limit.IsBroken && limit.Limit.Contains('_', StringComparison.Ordinal) && limit.Limit is not "largest_area" and not "smallest_area")
                        .Select(limit => limit.Limit).Order(StringComparer.Ordinal);
                    Assert.Equal(after.MoreThan(before), told);
                }
            }
        },
        iter: 80,
        threads: 1);

    private static int[][] Flipped(int[][] areas, PlanReasons reasons, FlipDetail flip)
    {
        var flipped = areas.Select((parcels, area) => reasons.Areas[area].Id != flip.Area
            ? parcels
            : [.. parcels.Except(flip.Parcels), .. flip.Parcels.Except(parcels)]).Where(parcels => parcels.Length > 0);
        return flip.Area.Length > 0 ? [.. flipped] : [.. flipped, [.. flip.Parcels]];
    }

    /// <summary>A plan's worth, and how far it is over each limit, from finished areas alone.</summary>
    private sealed record Worth(double Value, IReadOnlyDictionary<string, double> Over)
    {
        public static Worth Of(PlanReasons reasons, int[][] areas)
        {
            var problem = reasons.Problem;
            var assembly = new AreaAssembly(problem.Ground, problem.Need, problem.Dispositions);
            var finished = assembly.From([.. areas.Select(parcels => new AreaDraft(-1, [.. parcels.Order()], []))], 1, CancellationToken.None);
            var checks = new AreaLimitChecks(problem.Ground);
            var breaches = finished.SelectMany(checks.Check)
                .Concat(new PlanLimitChecks(problem.Ground, problem.Membership).Check(finished).Select(found => found.Breach)).ToList();
            return new Worth(
                finished.Sum(area => area.Benefit - (ReasonTown.Options.Lambda * area.Perimeter)) - breaches.Sum(breach => breach.Price!.Value),
                breaches.GroupBy(breach => breach.Check).ToDictionary(group => group.Key, group => group.Sum(breach => breach.Price!.Value)));
        }

        public IEnumerable<string> MoreThan(Worth other) => Over.Where(pair => pair.Value > other.Over.GetValueOrDefault(pair.Key) + 1e-6)
            .Select(pair => pair.Key).Order(StringComparer.Ordinal);
    }

    private sealed record Case(string[] Houses, int[] Order, int[] Sizes, double Price)
    {
        public double Land { get; init; }

        public int Fewest { get; init; }

        public int Most { get; init; }

        public double Spacing { get; init; }

        public double Enclave { get; init; }

        public double Remainder { get; init; }

        public LatticeCity City() => ReasonTown.Of(Town, Houses);

        public PlanLimits Limits(bool isSoft)
        {
            PricedLimit Limit(double value) => new(value, isSoft ? Price : null);
            return new PlanLimits
            {
                LandBudget = Limit(Land), FewestAreas = Limit(Fewest), MostAreas = Limit(Math.Max(Fewest, Most)), Spacing = Limit(Spacing),
                LargestEnclave = Limit(Enclave), SmallestRemainder = Limit(Remainder),
            };
        }

        /// <summary>Two contiguous areas that grow in a drawn order.</summary>
        public int[][] Areas()
        {
            var taken = new HashSet<int>();
            var areas = new List<int[]>();
            foreach (var size in Sizes)
            {
                var area = new List<int>();
                while (area.Count < size && Order.Where(cell => !taken.Contains(cell) && (area.Count == 0 || area.Exists(one => AreBeside(one, cell)))).ToList() is [var next, ..])
                {
                    area.Add(next);
                    taken.Add(next);
                }

                areas.Add([.. area.Order()]);
            }

            return [.. areas.Where(area => area.Length > 0)];
        }

        private static bool AreBeside(int one, int other) =>
            Math.Abs((one % 5) - (other % 5)) + Math.Abs((one / 5) - (other / 5)) == 1;
    }
}
