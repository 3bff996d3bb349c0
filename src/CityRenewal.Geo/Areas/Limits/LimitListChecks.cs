using System.Globalization;

namespace CityRenewal.Geo.Areas;

/// <summary>Finds lists of limits that say nothing or contradict themselves: groups of one, projects that overlap.</summary>
internal static class LimitListChecks
{
    /// <summary>All problems, in the order of the limits.</summary>
    public static IEnumerable<OptionProblem> Check(PlanLimits limits) =>
    [
        .. limits.MustLink.SelectMany((group, i) => Several($"limits.must_link[{i}].parcels", group)),
        .. limits.LinkPrices.SelectMany((link, i) => Several($"limits.link_prices[{i}].parcels", link.Parcels)),
        .. limits.DivisionPrices.SelectMany((priced, i) => Priced($"limits.division_prices[{i}].division", priced, (limits, i))),
        .. limits.CannotLink.SelectMany((group, i) => Several($"limits.cannot_link[{i}].parcels", group.Parcels)),
        .. limits.KeepWhole.SelectMany((group, i) => Whole($"limits.keep_whole[{i}]", group)),
        .. limits.Crossings.SelectMany((crossing, i) => Crossing($"limits.crossings[{i}].kind", crossing, limits.Crossings.Take(i))),
        .. limits.Projects.SelectMany((project, i) => Project($"limits.projects[{i}]", project, limits.Projects.Take(i))),
    ];

    private static IEnumerable<OptionProblem> Several(string field, IReadOnlyList<string> ids)
    {
        if (ids.Distinct(StringComparer.Ordinal).Count() < 2)
        {
            yield return new OptionProblem(field, string.Join(", ", ids), "This names fewer than two parcels.", "Name two or more, or leave it out.") { TextChinese = "列出的地块不足两个。请列出两个以上,或删去此项。" };
        }
    }

    private static IEnumerable<OptionProblem> Whole(string field, WholeGroup group)
    {
        if ((group.Parcels.Count > 0) == (group.Division.Length > 0))
        {
            yield return new OptionProblem(
                field, group.Name, "A group is a list of parcels or the units of a division, one of the two.", "Give parcels or division.") { TextChinese = "一组须为地块清单或某一分区的各单元,二者取一。请填写 parcels 或 division。" };
        }

        if (group is { IsObligatory: true, Division.Length: > 0 })
        {
            yield return new OptionProblem(
                $"{field}.division", group.Division, "Not every unit of a division can have to be in an area.", "Name the parcels, or leave obligatory out.") { TextChinese = "不能要求分区的每个单元都必须纳入。请列出地块,或删去 obligatory。" };
        }

        if (group is { IsObligatory: true, Price: not null })
        {
            yield return new OptionProblem(
                $"{field}.price", group.Price.Value.ToString(CultureInfo.InvariantCulture),
                "The group must be in an area whole, and may be split at a price.", "Leave out the price, or obligatory.") { TextChinese = "该组既要求必须整体纳入,又允许付代价拆分。请删去 price 或 obligatory。" };
        }
    }

    private static IEnumerable<OptionProblem> Crossing(string field, CrossingPrice crossing, IEnumerable<CrossingPrice> before)
    {
        if (before.Any(other => other.Kind == crossing.Kind))
        {
            yield return new OptionProblem(field, crossing.Kind, "This kind of barrier has a price already.", "Keep one of the two.") { TextChinese = "此类阻隔已有代价。请保留其一。" };
        }
    }

    private static IEnumerable<OptionProblem> Priced(string field, DivisionPrice priced, (PlanLimits Limits, int Number) among)
    {
        if (among.Limits.UncrossedDivisions.Contains(priced.Division) || among.Limits.DivisionPrices.Take(among.Number).Any(other => other.Division == priced.Division))
        {
            yield return new OptionProblem(
                field, priced.Division, "This division is not to be crossed, or has a price already.", "Say once whether and at which price it is crossed.")
            {
                TextChinese = "该分区已要求不得跨越,或已有代价。是否可跨越及其代价只能说明一次。",
            };
        }
    }

    private static IEnumerable<OptionProblem> Project(string field, ProjectRequest project, IEnumerable<ProjectRequest> before)
    {
        if (project.Id.Trim().Length == 0 || before.Any(other => other.Id == project.Id))
        {
            yield return new OptionProblem($"{field}.id", project.Id, "A project needs an id that no other has.", "Give each its own id.") { TextChinese = "项目须有唯一编号。请为每个项目设定各自的编号。" };
        }

        if (project.Phase < 0)
        {
            yield return new OptionProblem(
                $"{field}.phase", project.Phase.ToString(CultureInfo.InvariantCulture), "There is no such phase.", "Give 1 or more, or leave it out.") { TextChinese = "没有这样的期次。请填写 1 以上的整数,或删去。" };
        }

        if (project.Parcels.Count == 0)
        {
            yield return new OptionProblem($"{field}.parcels", "", "The project has no parcel.", "Name its parcels.") { TextChinese = "项目没有地块。请列出其地块。" };
        }

        for (var i = 0; i < project.Parcels.Count; i++)
        {
            if (before.FirstOrDefault(other => other.Parcels.Contains(project.Parcels[i])) is { } owner)
            {
                yield return new OptionProblem(
                    $"{field}.parcels[{i}]", project.Parcels[i], $"The parcel is in the project {owner.Id} too, and projects do not overlap.",
                    "Leave it to one of the two.") { TextChinese = $"该地块同时属于项目 {owner.Id},项目之间不得重叠。请只归入其一。" };
            }
        }
    }
}
