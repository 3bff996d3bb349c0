namespace CityRenewal.Geo.Need;

/// <summary>Finds everything that is wrong with definitions of categories, not only the first thing.</summary>
public static class CategoryDefinitionChecks
{
    /// <summary>What is wrong, each with the category it is in; empty where nothing is.</summary>
    public static IReadOnlyList<string> Problems(CategoryDefinitions definitions) =>
    [
        .. Count(definitions.Categories.Count),
        .. definitions.Categories.GroupBy(category => category.Id, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {same.Count()} categories have this id; give each its own"),
        .. definitions.Categories.SelectMany(category => Of(category).Select(problem => $"{category.Id}: {problem}")),
        .. Weights(definitions.GeneralProfile).Select(problem => $"general profile: {problem}"),
        .. definitions.LeastAreaShare is > 0 and <= 1
            ? Array.Empty<string>()
            : ["the share from which a label counts for an area must be above 0 and at most 1"],
    ];

    private static string[] Count(int count) => count <= CategoryDefinitions.Most
        ? []
        : [$"there are {count} categories; a run has at most {CategoryDefinitions.Most}"];

    private static IEnumerable<string> Of(CategoryDefinition category)
    {
        if (category.Id.Length == 0)
        {
            yield return "a category has no id";
        }

        if (category.AnyOf.Count == 0 || category.AnyOf.Any(group => group.AllOf.Count == 0))
        {
            yield return "a group has no sign, so that it would hold of every parcel or of none; give each at least one";
        }

        foreach (var problem in Weights(category.Weights)
            .Concat(category.AnyOf.SelectMany(group => group.AllOf).SelectMany(sign => sign.Problems())))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Weights(NeedWeights weights)
    {
        foreach (var part in NeedPartWords.All.Where(part => weights[part] is not (>= 0 and < double.PositiveInfinity)))
        {
            yield return $"the weight of {NeedPartWords.NameOf(part)} is {weights[part]}; give a number from 0 up";
        }

        if (NeedPartWords.All.All(part => weights[part] == 0))
        {
            yield return "all weights are 0; give at least one part a weight";
        }
    }
}
