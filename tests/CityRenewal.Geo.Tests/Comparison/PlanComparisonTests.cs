using CityRenewal.Geo.Comparison;
using CsCheck;

namespace CityRenewal.Geo.Tests.Comparison;

/// <summary>Two versions of a plan on forty parcels of 100 m² each.</summary>
public class PlanComparisonTests
{
    private const int Parcels = 40;
    private static readonly double[] Areas = [.. Enumerable.Repeat(100.0, Parcels)];

    // Every parcel in one of five areas or in none; verdicts and numbers of each area at random too.
    private static readonly Gen<ComparedPlan> AnyPlan = Gen.Select(
        Gen.Int[-1, 4].Array[Parcels], Gen.Int[0, 3].Array[5], Gen.Int[0, 2].Array[5],
        (owners, numbers, verdicts) => Plan([.. Enumerable.Range(0, 5).Select(area => Area(
            $"A{area}", [.. Enumerable.Range(0, Parcels).Where(parcel => owners[parcel] == area)], numbers[area] == 3 ? null : numbers[area], "pfu"[verdicts[area]..][..1]))]));

    [Fact]
    public void A_plan_differs_from_itself_in_nothing() =>
        AnyPlan.Sample(plan =>
        {
            var comparison = PlanComparison.Of(plan, plan, Areas);
            return comparison.IsNothing && comparison.ParcelsIn.Count + comparison.ParcelsOut.Count + comparison.ParcelsMoved.Count == 0
                && comparison.Groups.All(group => group.Kind == GroupKind.SameLand);
        });

    [Fact]
    public void The_other_way_about_everything_is_told_with_old_and_new_exchanged() =>
        Gen.Select(AnyPlan, AnyPlan).Sample((one, other) =>
            Assert.Equal(Told(PlanComparison.Of(one, other, Areas), isTurned: false), Told(PlanComparison.Of(other, one, Areas), isTurned: true)));

    [Fact]
    public void Every_area_stands_in_one_group_and_land_balances() =>
        Gen.Select(AnyPlan, AnyPlan).Sample((old, now) =>
        {
            var comparison = PlanComparison.Of(old, now, Areas);
            Assert.Equal(old.Areas.Select(area => area.Id), comparison.Groups.SelectMany(group => group.Old).Select(area => area.Id).Order(StringComparer.Ordinal));
            Assert.Equal(now.Areas.Select(area => area.Id), comparison.Groups.SelectMany(group => group.New).Select(area => area.Id).Order(StringComparer.Ordinal));
            var (before, after) = (old.Areas.Sum(area => area.AreaM2), now.Areas.Sum(area => area.AreaM2));
            Assert.Equal(after - before, 100.0 * (comparison.ParcelsIn.Count - comparison.ParcelsOut.Count));
        });

    [Fact]
    public void An_area_that_became_two_is_split_and_the_other_way_about_merged()
    {
        var whole = Plan([Area("A1", [.. Enumerable.Range(0, 10)])]);
        var halves = Plan([Area("A1", [0, 1, 2, 3]), Area("A2", [4, 5, 6, 7, 8])]);

        var split = PlanComparison.Of(whole, halves, Areas);
        var merged = PlanComparison.Of(halves, whole, Areas);

        Assert.Equal((GroupKind.Split, 2), (split.Groups.Single().Kind, split.Groups.Single().Links.Count));
        Assert.Equal(GroupKind.Merged, merged.Groups.Single().Kind);
        Assert.Equal([9], split.ParcelsOut.Select(move => move.Parcel));
        Assert.Empty(split.ParcelsMoved);
    }

    [Fact]
    public void Areas_are_matched_by_land_and_never_by_name()
    {
        var old = Plan([Area("A1", [0, 1, 2]), Area("A2", [10, 11, 12])]);
        var renamed = Plan([Area("A2", [0, 1, 2]), Area("A1", [10, 11, 12])]);

        Assert.True(PlanComparison.Of(old, renamed, Areas).IsNothing);
    }

    [Fact]
    public void A_parcel_that_goes_to_a_neighbour_moves_and_one_tenth_of_the_land_is_no_merger()
    {
        var old = Plan([Area("A1", [.. Enumerable.Range(0, 20)]), Area("A2", [.. Enumerable.Range(20, 20)])]);
        var now = Plan([Area("A1", [.. Enumerable.Range(0, 19)]), Area("A2", [.. Enumerable.Range(19, 21)])]);

        var comparison = PlanComparison.Of(old, now, Areas);

        Assert.Equal([GroupKind.Changed, GroupKind.Changed], comparison.Groups.Select(group => group.Kind));
        var moved = Assert.Single(comparison.ParcelsMoved);
        Assert.Equal((19, "A1", "A2"), (moved.Parcel, moved.From!.Id, moved.To!.Id));
    }

    [Fact]
    public void What_is_gone_and_what_is_new_is_said_and_numbers_and_verdicts_that_moved_are_named()
    {
        var old = Plan([Area("A1", [0, 1, 2], 5, "pass"), Area("A2", [10, 11])]);
        var now = Plan([Area("B1", [0, 1, 2], 6, "fail"), Area("B2", [30, 31])]);

        var comparison = PlanComparison.Of(old, now, Areas);

        Assert.Equal([GroupKind.SameLand, GroupKind.Gone, GroupKind.New], comparison.Groups.Select(group => group.Kind));
        var link = comparison.Groups[0].Links.Single();
        Assert.Equal(new NumberChange("need", 5, 6), Assert.Single(link.Numbers));
        Assert.Equal(("rule", "pass", "fail"), (link.Verdicts[0].Rule, link.Verdicts[0].Was!.Verdict, link.Verdicts[0].Is!.Verdict));
        Assert.False(comparison.IsNothing);
    }

    private static List<string> Told(PlanComparison comparison, bool isTurned)
    {
        string Pair(object? old, object? now) => isTurned ? $"{now}|{old}" : $"{old}|{now}";
        GroupKind Kind(GroupKind kind) => !isTurned ? kind : kind switch
        {
            GroupKind.Split => GroupKind.Merged,
            GroupKind.Merged => GroupKind.Split,
            GroupKind.Gone => GroupKind.New,
            GroupKind.New => GroupKind.Gone,
            _ => kind,
        };
        var lines = comparison.Groups.Select(group =>
            $"{Kind(group.Kind)} {Pair(Ids(group.Old), Ids(group.New))} {Pair(group.OldM2, group.NewM2)}").ToList();
        lines.AddRange(comparison.Groups.SelectMany(group => group.Links).Select(link =>
            $"{Pair(link.Old.Id, link.New.Id)} {link.SharedM2} {Pair(link.LostM2, link.GainedM2)} "
            + string.Join(',', link.Numbers.Select(change => Pair(change.Was, change.Is)))
            + string.Join(',', link.Verdicts.Select(change => Pair(change.Was?.Verdict, change.Is?.Verdict)))));
        var moves = comparison.ParcelsIn.Concat(comparison.ParcelsOut).Concat(comparison.ParcelsMoved);
        lines.AddRange(moves.Select(move => $"{move.Parcel} {Pair(move.From?.Id, move.To?.Id)}"));
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static string Ids(IReadOnlyList<ComparedArea> areas) => string.Join('+', areas.Select(area => area.Id));

    private static ComparedPlan Plan(IReadOnlyList<ComparedArea> areas) => new("plan", [.. areas.Where(area => area.Land.Count > 0)]);

    private static ComparedArea Area(string id, int[] parcels, double? need = 1, string verdict = "pass") =>
        new(id, [.. parcels.Select(parcel => new LandShare(parcel, 100))])
        {
            Numbers = [KeyValuePair.Create("need", need)],
            Verdicts = [new AreaVerdict("rule", "", verdict, need)],
        };
}
