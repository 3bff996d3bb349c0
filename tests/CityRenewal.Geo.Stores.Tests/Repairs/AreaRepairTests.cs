using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Repairs;
using CsCheck;

namespace CityRenewal.Geo.Stores.Tests.Repairs;

/// <summary>Repairs of areas drawn at random under real rules.</summary>
public class AreaRepairTests
{
    private static readonly Gen<int[]> Numbers = Gen.Int[0, 100_000].Array[20];
    private static readonly RepairEffort Little = new() { ToFind = 6_000, ToProve = 6_000 };

    [Fact]
    public void A_repaired_area_keeps_what_it_failed_and_nothing_else_became_worse()
    {
        var repaired = 0;
        Numbers.Sample(
            numbers =>
            {
                var drawn = RepairCase.Of(numbers);
                var repair = AreaRepair.Of(drawn.Open(), RepairCase.Area, Little);
                foreach (var (rules, change) in Changes(repair))
                {
                    var session = Changed(drawn, change);
                    var after = session.Area(RepairCase.Area);
                    Assert.Equal("", RepairGauge.Faults(repair.Before, after, rules));
                    Assert.Equal(change.After.Area.Parcels, after.Area.Parcels);
                    Assert.Equal(Told(after), Told(change.After));
                    Assert.Empty(RepairGauge.Going(after).Except(RepairGauge.Going(repair.Before)));
                    Assert.Empty(RepairCheck.Of(drawn.Open(), repair, change, rules).Faults);
                    repaired++;
                }
            },
            iter: 25, threads: 1);
        Assert.True(repaired >= 20, $"only {repaired} changes were found");
    }

    [Fact]
    public void Any_single_change_taken_back_makes_a_least_repair_fail_again()
    {
        var takenBack = 0;
        Numbers.Sample(
            numbers =>
            {
                var drawn = RepairCase.Of(numbers);
                var repair = AreaRepair.Of(drawn.Open(), RepairCase.Area, Little);
                foreach (var (rules, change) in Changes(repair).Where(found => found.Change.IsLeast))
                {
                    foreach (var back in Back(change))
                    {
                        var session = Changed(drawn, change);
                        var isGood = IsGood(session, back, (repair.Before, rules));
                        takenBack += isGood is null ? 0 : 1;
                        Assert.False(isGood is true, $"{string.Join(' ', numbers)}: {back.Said.Command}");
                    }
                }
            },
            iter: 20, threads: 1);
        Assert.True(takenBack >= 20, $"only {takenBack} changes were taken back");
    }

    [Fact]
    public void No_smaller_change_than_a_least_one_does()
    {
        var tried = 0;
        Gen.Select(Numbers, Gen.Int[0, 1_000_000].Array[120]).Sample(
            (numbers, choices) =>
            {
                var drawn = RepairCase.Of(numbers);
                var repair = AreaRepair.Of(drawn.Open(), RepairCase.Area, Little);
                foreach (var (rules, change) in Changes(repair).Where(found => found.Change.IsLeast && found.Change.LandM2 > 0))
                {
                    tried += Smaller(drawn, (repair, rules, change), choices);
                }
            },
            iter: 12, threads: 1);
        Assert.True(tried >= 30, $"only {tried} smaller changes were tried");
    }

    [Fact]
    public void The_number_of_threads_does_not_show_in_a_repair() => Numbers.Sample(
        numbers =>
        {
            var drawn = RepairCase.Of(numbers);
            Assert.Equal(Said(AreaRepair.Of(drawn.Open(1), RepairCase.Area, Little)), Said(AreaRepair.Of(drawn.Open(3), RepairCase.Area, Little)));
        },
        iter: 6, threads: 1);

    [Fact]
    public void What_lacks_evidence_or_takes_consent_is_said_and_not_sought_by_land() => Numbers.Sample(
        numbers =>
        {
            var repair = AreaRepair.Of(RepairCase.Of(numbers).Open(), RepairCase.Area, Little);
            Assert.Equal(
                repair.Before.Findings.Where(finding => finding.IsOpen).Select(finding => finding.Rule.Id).Order(),
                repair.Rules.Select(rule => rule.Finding.Rule.Id).Concat(repair.Beyond.Select(open => open.Finding.Rule.Id)).Order());
            Assert.All(repair.Rules, rule => Assert.Equal(Verdict.Fail, rule.Finding.Verdict));
        },
        iter: 5, threads: 1);

    // All that is said of an area: a repair keeps what it judged of the same land, an edit judges all of it anew.
    private static string Told(EditedArea area) => string.Join('\n', area.Findings.Select(finding =>
        $"{finding.Rule.Id} {finding.Verdict} {finding.Judgement.Measured} {string.Join(' ', finding.Judgement.Evidence.Parcels)} {string.Join(' ', finding.Judgement.Evidence.Buildings)}")
        .Append(string.Join('\n', area.Area.Dispositions)).Append($"{area.Value} {area.Area.NewFloorArea}"));

    private static IEnumerable<(IReadOnlyList<Finding> Rules, RepairChange Change)> Changes(AreaRepair repair)
    {
        foreach (var rule in repair.Rules.Where(rule => rule.Change is not null))
        {
            yield return ([rule.Finding], rule.Change!);
        }

        if (repair.Together is { } together && repair.Rules.Count > 1)
        {
            yield return ([.. repair.Rules.Select(rule => rule.Finding)], together);
        }
    }

    private static EditSession Changed(RepairCase drawn, RepairChange change)
    {
        var session = drawn.Open();
        change.Edits.ToList().ForEach(edit => session.Apply(edit));
        return session;
    }

    private static IEnumerable<Edit> Back(RepairChange change) =>
    [
        .. change.ParcelsIn.Select(parcel => new RemoveParcels(RepairCase.Area, [parcel])),
        .. change.ParcelsOut.Select(parcel => new AddParcels(RepairCase.Area, [parcel])),
        .. change.Kept.Select(building => new SetDisposition(Disposition.Demolish, [building], "fire lane")),
    ];

    // Null where the edit is impossible, as taking out the last parcel.
    private static bool? IsGood(EditSession session, Edit edit, (EditedArea Before, IReadOnlyList<Finding> Rules) goal)
    {
        try
        {
            session.Apply(edit);
        }
        catch (EditException)
        {
            return null;
        }

        return RepairGauge.Faults(goal.Before, session.Area(RepairCase.Area), goal.Rules).Length == 0;
    }

    // Random changes of less land, with the demolitions as they are and with all of them given up.
    private static int Smaller(
        RepairCase drawn, (AreaRepair Repair, IReadOnlyList<Finding> Rules, RepairChange Change) found, int[] choices)
    {
        var (tried, around) = (0, drawn.Around(drawn.Open()));
        for (var at = 0; at + 4 <= choices.Length; at += 4)
        {
            var session = drawn.Open();
            var flips = choices[at..(at + 1 + (choices[at] % 4))].Select(choice => around[choice % around.Count]).Distinct().ToList();
            if (choices[at] % 2 == 0 && session.Area(RepairCase.Area).Area.Dispositions
                .Where(proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate)
                .Select(proposed => session.City.Buildings.Ids[proposed.Building]).ToList() is { Count: > 0 } elective)
            {
                session.Apply(new SetDisposition(Disposition.Retain, elective));
            }

            var before = session.Area(RepairCase.Area).Area;
            foreach (var flip in flips)
            {
                var isIn = before.Parcels.Any(parcel => session.City.Parcels.Ids[parcel] == flip);
                IsGood(session, isIn ? new RemoveParcels(RepairCase.Area, [flip]) : new AddParcels(RepairCase.Area, [flip]), (found.Repair.Before, found.Rules));
            }

            var after = session.Area(RepairCase.Area);

            // A repair counts net areas on the plane, this legal ones: they differ by some ten-thousandths.
            if (LandBetween(drawn, before.Parcels, after.Area.Parcels) < (found.Change.LandM2 * 0.998) - 0.01)
            {
                tried++;
                Assert.True(
                    RepairGauge.Faults(found.Repair.Before, after, found.Rules).Length > 0,
                    $"{string.Join(", ", found.Rules.Select(rule => rule.Rule.Id))}: {string.Join(' ', flips)} change {LandBetween(drawn, before.Parcels, after.Area.Parcels)} m2, less than {found.Change.LandM2} m2: {string.Join("; ", found.Change.Edits.Select(edit => edit.Said.Command))}");
            }
        }

        return tried;
    }

    private static double LandBetween(RepairCase drawn, IReadOnlyList<int> before, IReadOnlyList<int> after) =>
        before.Except(after).Concat(after.Except(before)).Sum(parcel => drawn.Work.Facts().AreaM2[parcel]);

    private static string Said(AreaRepair repair) => string.Join('\n', Changes(repair).Select(found =>
        $"{string.Join(',', found.Rules.Select(rule => rule.Rule.Id))}: {string.Join("; ", found.Change.Edits.Select(edit => edit.Said.Command))} {found.Change.IsLeast} {found.Change.Tried}"));
}
