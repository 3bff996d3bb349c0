using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>Adds why an area is proposed to its message: categories, parts and rank of its need, problems that it answers.</summary>
internal static class ProfileMessages
{
    /// <summary>Fills the fields of a profile.</summary>
    public static void AddTo(V1.RenewalArea message, AreaProfile profile)
    {
        message.Categories.AddRange(profile.Categories.Labels.Select(label => new V1.AreaCategory
        {
            Id = label.Definition.Id,
            Title = label.Definition.Title,
            TitleChinese = label.Definition.TitleChinese,
            Share = label.Share,
            Evidence = string.Join("; ", label.Evidence.Select(evidence => evidence.Words)),
            EvidenceChinese = string.Join("；", label.Evidence.Select(evidence => evidence.Chinese)),
        }));
        var need = profile.Ranked.Area;
        message.NeedParts.AddRange(NeedPartWords.All
            .Where(part => !double.IsNaN(need.Parts[(int)part]))
            .Select(part => new V1.NeedPart { Name = NeedPartWords.NameOf(part), Value = need.Parts[(int)part], Weight = need.Weights[part] }));
        if (profile.Ranked.Rank is { } rank)
        {
            message.NeedRank = new V1.NeedRank { Rank = rank, BestRank = profile.Ranked.BestRank!.Value, WorstRank = profile.Ranked.WorstRank!.Value };
        }

        message.Problems.AddRange((profile.Problems ?? []).Select(problem => new V1.AnsweredProblem
        {
            Problem = problem.Problem,
            Zone = problem.ZoneId,
            ZoneName = problem.ZoneName,
            Share = problem.Share,
        }));
    }
}
