using System.Text.Json;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>Why an area is proposed, in the words of the service: categories, parts and rank of its need, problems that it answers.</summary>
internal static class ProfileJson
{
    /// <summary>The fields of a profile, inside the object of its area.</summary>
    public static void Write(Utf8JsonWriter json, AreaProfile profile)
    {
        json.WriteStartArray("categories");
        foreach (var label in profile.Categories.Labels)
        {
            json.WriteStartObject();
            json.WriteString("id", label.Definition.Id);
            json.WriteString("title", label.Definition.Title);
            json.WriteString("title_chinese", label.Definition.TitleChinese);
            json.WriteNumber("share", label.Share);
            json.WriteString("evidence", string.Join("; ", label.Evidence.Select(evidence => evidence.Words)));
            json.WriteString("evidence_chinese", string.Join("；", label.Evidence.Select(evidence => evidence.Chinese)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteNeed(json, profile.Ranked);
        WriteProblems(json, profile.Problems);
    }

    private static void WriteNeed(Utf8JsonWriter json, RankedArea ranked)
    {
        json.WriteStartArray("need_parts");
        foreach (var part in NeedPartWords.All)
        {
            json.WriteStartObject();
            json.WriteString("name", NeedPartWords.NameOf(part));
            json.WriteOptional("value", ranked.Area.Parts[(int)part]);
            json.WriteNumber("weight", ranked.Area.Weights[part]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteOptional("need_rank", ranked.Rank);
        json.WriteOptional("need_rank_best", ranked.BestRank);
        json.WriteOptional("need_rank_worst", ranked.WorstRank);
    }

    // A city without a health check has no list at all, which is not an empty one.
    private static void WriteProblems(Utf8JsonWriter json, IReadOnlyList<AnsweredProblem>? problems)
    {
        if (problems is null)
        {
            json.WriteNull("problems");
            return;
        }

        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("problem", problem.Problem);
            json.WriteString("zone", problem.ZoneId);
            json.WriteString("zone_name", problem.ZoneName);
            json.WriteNumber("share", problem.Share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
