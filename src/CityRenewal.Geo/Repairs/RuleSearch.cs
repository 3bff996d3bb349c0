using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;

namespace CityRenewal.Geo.Repairs;

/// <summary>The least change of one area for one goal.</summary>
internal sealed class RuleSearch(EditSession session, EditedArea before, TrialJudge judge, RepairEffort effort)
{
    private readonly RepairLand _land = new(session, before);

    /// <summary>The change that makes the area keep what it fails; null where none was found.</summary>
    public RepairChange? For(IReadOnlyList<Finding> targets, CancellationToken cancel)
    {
        var goal = new RepairGoal(judge.Book, before, targets);
        var members = before.Area.Parcels.ToArray();
        var start = Start(goal, members);
        if (start.Length == 0)
        {
            return null;
        }

        var pieces = _land.Pieces(members).Count;
        var holes = Math.Max(TrialJudge.Holes(before.Area.Outline), TrialJudge.Holes(judge.Read(start, []).Area.Outline));
        var desk = new TrialDesk(judge, _land, goal, holes);
        var moves = new RepairMoves(judge, _land, goal, pieces);
        var good = new GoodChange(desk, _land, moves, effort).From(start, cancel);
        var (least, isLeast) = new LeastChange(desk, _land, effort, pieces).From(start, good, cancel);
        return least is null ? null : ChangeOf(least, isLeast, desk.Tried);
    }

    // What alone breaks a rule goes in any case, with what a building on it stands on too.
    private int[] Start(RepairGoal goal, int[] members)
    {
        var goes = members.Where(goal.IsFatal).SelectMany(_land.Together).ToHashSet();
        return goes.All(parcel => !_land.IsMember(parcel) || _land.MayGo(parcel)) ? [.. members.Where(parcel => !goes.Contains(parcel))] : [];
    }

    private RepairChange ChangeOf(TrialArea trial, bool isLeast, long tried)
    {
        var ids = session.City.Parcels.Ids;
        var members = before.Area.Parcels.ToHashSet();
        var after = judge.Read(trial.Parcels, trial.Kept);
        int[] comes = [.. trial.Parcels.Where(parcel => !members.Contains(parcel))];
        int[] goes = [.. members.Except(trial.Parcels).Order()];
        return new RepairChange
        {
            ParcelsIn = [.. comes.Select(parcel => ids[parcel]).Order(StringComparer.Ordinal)],
            ParcelsOut = [.. goes.Select(parcel => ids[parcel]).Order(StringComparer.Ordinal)],
            Kept = Buildings(trial.Kept),
            KeptOnLandIn = Buildings(judge.GoingOnLandIn(trial.Parcels)),
            LandInM2 = comes.Sum(parcel => session.Ground.Plan.NetAreas[parcel]),
            LandOutM2 = goes.Sum(parcel => session.Ground.Plan.NetAreas[parcel]),
            FloorAreaKeptM2 = trial.Kept.Select(judge.FloorAreaOf).Where(double.IsFinite).Sum(),
            BenefitChangeM2 = after.Area.Benefit - before.Area.Benefit,
            ObjectiveChangeM2 = after.Value - before.Value,
            IsLeast = isLeast,
            Tried = tried,
            After = after,
            Cost = trial.Cost,
            Edits = RepairEdits.Of(before.Area.Id, (comes, goes), [.. trial.Kept, .. judge.GoingOnLandIn(trial.Parcels)], (session.City, judge)),
        };
    }

    private IReadOnlyList<string> Buildings(IEnumerable<int> rows) =>
        [.. rows.Select(row => session.City.Buildings.Ids[row]).Order(StringComparer.Ordinal)];
}
