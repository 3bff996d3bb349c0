using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Repairs;

namespace CityRenewal.Geo.Cities;

/// <summary>Repairs the areas of an edit session one after the other: what one repair takes in the next one leaves alone.</summary>
public static class PlanRepair
{
    /// <summary>Repairs areas, and makes every change that the review of it confirms.</summary>
    /// <param name="session">The session, which has rules; it holds the changes afterwards.</param>
    /// <param name="wanted">Ids of the areas; empty takes all that fail.</param>
    /// <param name="areaDone">Told after each area which share of them is done; null tells nobody.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Every area that fails, stays open or was asked for, with the review of its change where there is one.</returns>
    public static IReadOnlyList<(AreaRepair Repair, RepairCheck? Check)> Of(
        EditSession session, IReadOnlyCollection<string> wanted, Action<double>? areaDone = null, CancellationToken cancel = default)
    {
        var found = new List<(AreaRepair, RepairCheck?)>();
        var ids = session.Areas.Select(each => each.Area.Id).Where(id => wanted.Count == 0 || wanted.Contains(id)).ToList();
        for (var i = 0; i < ids.Count; i++)
        {
            var repair = AreaRepair.Of(session, ids[i], cancel: cancel);
            var change = repair.Together;
            var check = change is null ? null : RepairCheck.Of(session, repair, change, [.. repair.Rules.Select(rule => rule.Finding)], cancel);
            if (check is { Holds: true })
            {
                change!.Edits.ToList().ForEach(edit => session.Apply(edit, cancel));
            }

            if (repair.IsNeeded || repair.Beyond.Count > 0 || wanted.Count > 0)
            {
                found.Add((repair, check));
            }

            areaDone?.Invoke((i + 1.0) / ids.Count);
        }

        return found;
    }
}
