using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Tests.Delineation.Tiny;

/// <summary>Ten thousand tiny units with all kinds of limits, against all that is possible in them.</summary>
public class TinyUnitTests
{
    private const int Units = 10_000;
    private const double Rounding = 1e-4;

    [Theory]
    [InlineData(0)]
    [InlineData(14)]
    public void The_bound_holds_and_the_best_is_found_in_99_of_100(int tryAllUpTo)
    {
        int met = 0, asked = 0;
        var wrong = new List<string>();
        Parallel.For(0, Units, new ParallelOptions { MaxDegreeOfParallelism = 2 }, () => new UnitCut(), (number, _, cut) =>
        {
            var tried = new TinyUnit(number);
            var oracle = new TinyOracle(tried.Land);
            var result = UnitSearch.Of(tried.Land, cut, new UnitSearchOptions { TryAllUpTo = tryAllUpTo, WorkPerParcel = 500 }, default);
            if (oracle.Best() is { } best)
            {
                var (trouble, isMet) = Judge(tried, oracle, result, best.Value);
                Interlocked.Increment(ref asked);
                Interlocked.Add(ref met, isMet ? 1 : 0);
                if (trouble.Length > 0)
                {
                    lock (wrong)
                    {
                        wrong.Add($"{tried}: {trouble}");
                    }
                }
            }

            return cut;
        }, _ => { });

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong, e.g. {string.Join("; ", wrong.Take(5))}");
        Assert.InRange(asked, Units * 9 / 10, Units);
        Assert.InRange((double)met / asked, 0.99, 1);
    }

    private static (string Trouble, bool IsMet) Judge(TinyUnit tried, TinyOracle oracle, UnitResult result, double best)
    {
        var sets = result.Areas.Select(area => area.Where(node => node < tried.Land.ParcelCount).Aggregate(0, (set, node) => set | 1 << node)).ToList();
        var value = sets.Sum(oracle.Value);
        var broken = sets.FindAll(set => !oracle.IsFeasible(set));
        var trouble = Math.Abs(value - result.Value) > Rounding ? $"value {result.Value}, summed anew {value}"
            : broken.Exists(set => !oracle.HasLocked(set)) ? "an area breaks a limit"
            : sets.Aggregate(0, (all, set) => all + set) != sets.Aggregate(0, (all, set) => all | set) ? "areas overlap"
            : broken.Count == 0 && value > best + Rounding ? $"found {value}, best {best}"
            : best > result.Bound + Rounding ? $"best {best}, bound {result.Bound}" : "";
        return (trouble, broken.Count == 0 && value >= best - Rounding);
    }
}
