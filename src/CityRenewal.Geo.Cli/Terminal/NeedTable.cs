using System.Globalization;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Why each area is proposed: its categories, the parts of its need, its rank with the range, and the problems it answers.</summary>
internal static class NeedTable
{
    private const int Most = 60;

    public static void Print(MeasuredPlan measured)
    {
        if (measured.Profiles.Count == 0)
        {
            return;
        }

        var known = NeedPartWords.All.Where(part => measured.Profiles.Any(profile => !double.IsNaN(profile.Ranked.Area.Parts[(int)part]))).ToList();
        var table = TextTable.Of(
            ["片区 area", "类别 categories", .. known.Select(part => $">{NeedPartWords.ChineseOf(part)} {NeedPartWords.NameOf(part)}"), ">名次 rank", "体检问题 problems"]);
        for (var i = 0; i < measured.Profiles.Count && i < Most; i++)
        {
            var profile = measured.Profiles[i];
            table.Row(
            [
                measured.Plan.Areas[i].Id, Categories(profile),
                .. known.Select(part => profile.Ranked.Area.Parts[(int)part] is var value && double.IsNaN(value) ? null : (object?)value),
                Rank(profile.Ranked), Problems(profile),
            ]);
        }

        TextTable.Print(table);
        Console.Out.WriteLine("需求分项 0 至 1，权重为假设 · parts of need from 0 to 1, their weights are assumed; rank (from–to) when each weight in turn is halved or raised by half");
    }

    private static string Categories(AreaProfile profile) => profile.Categories.IsUnclassified
        ? "未分类 unclassified"
        : string.Join("、", profile.Categories.Labels.Select(label => string.Create(
            CultureInfo.InvariantCulture, $"{label.Definition.TitleChinese} {100 * label.Share:0}%")));

    private static string Rank(RankedArea ranked) => ranked.Rank is { } rank
        ? string.Create(CultureInfo.InvariantCulture, $"{rank} ({ranked.BestRank}–{ranked.WorstRank})")
        : "—";

    private static string Problems(AreaProfile profile) => profile.Problems is { } problems
        ? string.Join("、", problems.Select(problem => problem.Problem).Distinct(StringComparer.Ordinal).Take(4))
        : "—";
}
