using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Editing;

/// <summary>An edited plan as a plan like any other.</summary>
internal static class EditedPlan
{
    // What these say of the plan before may hold no more, or is told again.
    private static readonly string[] ToldAnew =
        ["locked_in_not_placed", "parcel_split", "edited_area_breaks", "edited_not_explained", "bound_before_edits"];

    /// <summary>The plan of the areas.</summary>
    /// <param name="session">What the session began with, its first ground and the one that it reads from now.</param>
    /// <param name="now">The areas, by id, and what they break together.</param>
    /// <param name="state">What was decided.</param>
    public static JudgedPlan Of((EditStart Start, EditGround First, EditGround Now) session, (IReadOnlyList<EditedArea> Areas, IReadOnlyList<AreaBreach> Broken) now, EditState state)
    {
        var areas = now.Areas;
        var objective = areas.Sum(area => area.Value) - now.Broken.Sum(breach => breach.Price ?? 0);
        var plan = new Plan
        {
            Areas = [.. areas.Select(area => area.Area)],
            Objective = objective,
            Bound = session.Start.Bound ?? AllBenefits(session.Now),
            Gap = now.Broken.All(breach => breach.Price is not null) ? GapOf(session, (areas, objective), state) : null,
            ObligatoryBenefit = session.Start.ObligatoryBenefit,
            IsBoundProven = session.Start.Bound is not null,
            PricedBreaches = [.. areas.SelectMany(area => area.Priced), .. JudgedArea.PricedOf("", now.Broken)],
            Options = OptionsOf(session, state),
            DataVersion = session.Now.City.DataVersion,
            CandidateArea = session.Now.Plan.NetAreas.Sum(),
            Notes = [.. session.Start.Notes.Where(note => !ToldAnew.Contains(note.Code)), .. NotesOf(areas, state), .. BoundNote(session, state)],
        };
        return new JudgedPlan(
            plan, session.Now.Book?.Ground.Pack, [.. areas.SelectMany(area => area.Findings)], session.Now.Need, session.Now.Book?.Ground.Labels)
        {
            Unjudged = session.Now.Book is { } book ? UnjudgedRule.In(book) : [],
        };
    }

    // Where nobody proved a bound, this one holds for certain: every parcel in need, and no outline at all.
    private static double AllBenefits(EditGround ground)
    {
        double sum = 0;
        for (var parcel = 0; parcel < ground.Plan.NetAreas.Length; parcel++)
        {
            sum += Math.Max(0, NodeBenefits.Of(ground.Need.Scores[parcel], ground.Plan.NetAreas[parcel], ground.Plan.Options.NeedThreshold));
        }

        return sum;
    }

    // The bound is that of the problem as it was asked for: it says nothing of a plan that breaks the problem's limits, of
    // one with fewer locks, or of other parcels.
    private static double? GapOf(
        (EditStart Start, EditGround First, EditGround Now) session, (IReadOnlyList<EditedArea> Areas, double Objective) plan, EditState state)
    {
        var decided = plan.Objective - session.Start.ObligatoryBenefit;
        return session.Start.Bound is { } bound && decided > 0 && IsOfThisProblem(session, state) && plan.Areas.All(area => area.IsSound)
            ? Math.Max(0, (bound - plan.Objective) / decided)
            : null;
    }

    private static bool IsOfThisProblem((EditStart Start, EditGround First, EditGround Now) session, EditState state) =>
        state.Cuts.IsEmpty
        && !state.Locks.Any(pair => pair.Value != session.Now.Plan.Locks[pair.Key] && session.Now.Plan.Locks[pair.Key] != ParcelLock.Free);

    private static IEnumerable<PlanNote> BoundNote((EditStart Start, EditGround First, EditGround Now) session, EditState state) =>
        session.Start.Bound is null || IsOfThisProblem(session, state) ? [] :
        [
            new PlanNote(
                "bound_before_edits", "The bound is that of the plan before its parcels were split or its locks were loosened: no gap is told against it.",
                "上界为地块分割或解除锁定之前方案的上界,故不据此给出差距。"),
        ];

    private static ProposalOptions OptionsOf((EditStart Start, EditGround First, EditGround Now) session, EditState state)
    {
        var options = session.First.Plan.Options;
        var ids = session.Now.City.Parcels.Ids;
        List<string> Locked(IReadOnlyList<string> before, ParcelLock kind)
        {
            var cut = state.Cuts.Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
            var changed = state.Locks.Keys.Select(row => ids[row]).ToHashSet(StringComparer.Ordinal);
            var added = state.Locks.Where(pair => pair.Value == kind && session.Now.City.Parcels.Lock[pair.Key] == ParcelLock.Free).Select(pair => ids[pair.Key]);
            return [.. before.Where(id => !changed.Contains(id) && !cut.Contains(id)).Concat(added).Order(StringComparer.Ordinal)];
        }

        return options with
        {
            ElectivePurpose = string.Join("; ", state.Purposes.Prepend(options.ElectivePurpose.Trim()).Where(purpose => purpose.Length > 0).Distinct()),
            LockedIn = Locked(options.LockedIn, ParcelLock.In),
            LockedOut = Locked(options.LockedOut, ParcelLock.Out),
        };
    }

    private static IEnumerable<PlanNote> NotesOf(IReadOnlyList<EditedArea> areas, EditState state)
    {
        foreach (var cut in state.Cuts)
        {
            yield return new PlanNote(
                "parcel_split", $"{cut.Id} is split into {string.Join(", ", cut.PartIds)} in this plan; the city's own data keep it whole.",
                $"本方案将 {cut.Id} 分割为 {string.Join("、", cut.PartIds)}；城市数据集中仍为一宗。");
        }

        foreach (var area in areas)
        {
            foreach (var breach in area.Breaches)
            {
                yield return new PlanNote("edited_area_breaks", $"{area.Area.Id}: {breach.Text}", $"{area.Area.Id}：{breach.TextChinese}");
            }
        }
    }
}
