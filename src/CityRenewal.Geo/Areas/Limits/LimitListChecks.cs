using System.Globalization;

namespace CityRenewal.Geo.Areas;

/// <summary>Finds lists of limits that say nothing or contradict themselves: groups of one, projects that overlap.</summary>
internal static class LimitListChecks
{
    /// <summary>All problems, in the order of the limits.</summary>
    public static IEnumerable<OptionProblem> Check(PlanLimits limits) =>
    [
        .. limits.MustLink.SelectMany((group, i) => Several($"limits.must_link[{i}].parcels", group)),
        .. limits.CannotLink.SelectMany((group, i) => Several($"limits.cannot_link[{i}].parcels", group.Parcels)),
        .. limits.KeepWhole.SelectMany((group, i) => Whole($"limits.keep_whole[{i}]", group)),
        .. limits.Crossings.SelectMany((crossing, i) => Crossing($"limits.crossings[{i}].kind", crossing, limits.Crossings.Take(i))),
        .. limits.Projects.SelectMany((project, i) => Project($"limits.projects[{i}]", project, limits.Projects.Take(i))),
    ];

    private static IEnumerable<OptionProblem> Several(string field, IReadOnlyList<string> ids)
    {
        if (ids.Distinct(StringComparer.Ordinal).Count() < 2)
        {
            yield return new OptionProblem(field, string.Join(", ", ids), "This names fewer than two parcels.", "Name two or more, or leave it out.");
        }
    }

    private static IEnumerable<OptionProblem> Whole(string field, WholeGroup group)
    {
        if ((group.Parcels.Count > 0) == (group.Division.Length > 0))
        {
            yield return new OptionProblem(
                field, group.Name, "A group is a list of parcels or the units of a division, one of the two.", "Give parcels or division.");
        }

        if (group is { IsObligatory: true, Division.Length: > 0 })
        {
            yield return new OptionProblem(
                $"{field}.division", group.Division, "Not every unit of a division can have to be in an area.", "Name the parcels, or leave obligatory out.");
        }

        if (group is { IsObligatory: true, Price: not null })
        {
            yield return new OptionProblem(
                $"{field}.price", group.Price.Value.ToString(CultureInfo.InvariantCulture),
                "The group must be in an area whole, and may be split at a price.", "Leave out the price, or obligatory.");
        }
    }

    private static IEnumerable<OptionProblem> Crossing(string field, CrossingPrice crossing, IEnumerable<CrossingPrice> before)
    {
        if (before.Any(other => other.Kind == crossing.Kind))
        {
            yield return new OptionProblem(field, crossing.Kind, "This kind of barrier has a price already.", "Keep one of the two.");
        }
    }

    private static IEnumerable<OptionProblem> Project(string field, ProjectRequest project, IEnumerable<ProjectRequest> before)
    {
        if (project.Id.Trim().Length == 0 || before.Any(other => other.Id == project.Id))
        {
            yield return new OptionProblem($"{field}.id", project.Id, "A project needs an id that no other has.", "Give each its own id.");
        }

        if (project.Phase < 0)
        {
            yield return new OptionProblem(
                $"{field}.phase", project.Phase.ToString(CultureInfo.InvariantCulture), "There is no such phase.", "Give 1 or more, or leave it out.");
        }

        if (project.Parcels.Count == 0)
        {
            yield return new OptionProblem($"{field}.parcels", "", "The project has no parcel.", "Name its parcels.");
        }

        for (var i = 0; i < project.Parcels.Count; i++)
        {
            if (before.FirstOrDefault(other => other.Parcels.Contains(project.Parcels[i])) is { } owner)
            {
                yield return new OptionProblem(
                    $"{field}.parcels[{i}]", project.Parcels[i], $"The parcel is in the project {owner.Id} too, and projects do not overlap.",
                    "Leave it to one of the two.");
            }
        }
    }
}
