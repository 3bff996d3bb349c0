using System.Collections.Immutable;
using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Editing;

/// <summary>The state that a session begins with, or everything that is wrong with it.</summary>
internal static class StartState
{
    public static EditState Of(EditGround ground, EditStart start)
    {
        RequireSound(ground, start);
        var given = start.Dispositions ?? [];
        return new EditState
        {
            Areas = start.Areas.ToImmutableSortedDictionary(area => area.Id, area => area.Parcels.Order().ToArray(), StringComparer.Ordinal),
            Decided = given.Where(proposed => proposed != ground.Dispositions.Of(proposed.Building)).ToImmutableDictionary(proposed => proposed.Building),
            Purposes = given.Any(proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate) && ground.Plan.Options.ElectivePurpose.Trim() is { Length: > 0 } purpose
                ? [purpose]
                : ImmutableSortedSet.Create<string>(StringComparer.Ordinal),
            Proposes = start.Dispositions is not null,
            NextNumber = start.Areas.Count + 1,
        };
    }

    private static void RequireSound(EditGround ground, EditStart start)
    {
        var problems = new List<OptionProblem>();
        var owners = new Dictionary<int, string>();
        foreach (var area in start.Areas.GroupBy(area => area.Id).Where(area => area.Count() > 1))
        {
            problems.Add(new OptionProblem("area", area.Key, "Two areas have this id.", "Give each an id of its own."));
        }

        foreach (var (id, parcels) in start.Areas)
        {
            if (parcels.Count == 0)
            {
                problems.Add(new OptionProblem("area", id, "No parcel of the city lies in it.", "Check its place, or leave it out."));
            }

            foreach (var parcel in parcels)
            {
                if (!owners.TryAdd(parcel, id))
                {
                    problems.Add(new OptionProblem("parcel", ground.City.Parcels.Ids[parcel], $"It is in {owners[parcel]} and in {id}.", "Leave it in one of the two."));
                }
                else if (ground.Plan.NetAreas[parcel] <= 0)
                {
                    problems.Add(new OptionProblem("parcel", ground.City.Parcels.Ids[parcel], "It has no land of its own, so no area can hold it.", "Leave it out."));
                }
            }
        }

        if (problems.Count > 0)
        {
            throw new EditException(problems);
        }
    }
}
