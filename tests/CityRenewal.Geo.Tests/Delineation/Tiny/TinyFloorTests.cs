using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Tests.Delineation.Tiny;

/// <summary>
/// Tiny units in which floor area that goes, and that is built, has a worth, against all boundaries together with all subsets of
/// the buildings that may go.
/// </summary>
public class TinyFloorTests
{
    private const int Units = 3_000;
    private const double Rounding = 1e-3;

    [Fact]
    public void The_bound_holds_and_the_best_boundary_with_the_best_buildings_is_found_in_99_of_100() =>
        Assert.InRange(ShareMet(UnitSearchOptions.Default), 0.99, 1);

    // The moves climb an estimate in which a part of a building may go, and keep what whole buildings give.
    [Fact]
    public void Moves_alone_find_the_best_of_most_units() =>
        Assert.InRange(ShareMet(new UnitSearchOptions { TryAllUpTo = 0, WorkPerParcel = 600 }), 0.9, 1);

    [Fact]
    public void Floor_area_that_is_worth_nothing_changes_no_plan_and_no_proof()
    {
        for (var number = 0; number < 300; number++)
        {
            var tried = new TinyUnit(number);
            var (with, without) = (UnitSearch.Of(new TinyFloors(tried).Worthless(tried.Land), new UnitCut(), default), UnitSearch.Of(tried.Land, new UnitCut(), default));

            Assert.Equal(Described(without), Described(with));
            Assert.Equal(without.Proof.Weights, with.Proof.Weights);
            Assert.Equal(without.Proof.Flows, with.Proof.Flows);
            Assert.Equal(without.Proof.Millionths, with.Proof.Millionths);
        }
    }

    private static string Described(UnitResult result) =>
        $"{result.Value:R} {string.Join('|', result.Areas.Select(area => string.Join(',', area)))}";

    private static double ShareMet(UnitSearchOptions options)
    {
        int met = 0, asked = 0, moved = 0;
        var wrong = new List<string>();
        Parallel.For(0, Units, new ParallelOptions { MaxDegreeOfParallelism = 2 }, () => new UnitCut(), (number, _, cut) =>
        {
            var tried = new TinyUnit(number);
            var floors = new TinyFloors(tried);
            var oracle = new TinyOracle(tried.Land, floors.Best);
            if (oracle.Best() is { } best)
            {
                var result = UnitSearch.Of(floors.On(tried.Land), cut, options, default);
                var (trouble, isMet) = Judge(tried, oracle, result, best.Value);
                Interlocked.Increment(ref asked);
                Interlocked.Add(ref met, isMet ? 1 : 0);
                Interlocked.Add(ref moved, best.Sets.Any(set => floors.Best(set) > 0) ? 1 : 0);
                if (trouble.Length > 0)
                {
                    lock (wrong)
                    {
                        wrong.Add($"{tried} {floors}: {trouble}");
                    }
                }
            }

            return cut;
        }, _ => { });

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong, e.g. {string.Join("; ", wrong.Take(5))}");
        Assert.InRange(asked, Units * 9 / 10, Units);
        Assert.True(moved > asked / 4, $"buildings go in {moved} of {asked} units only");
        return (double)met / asked;
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
