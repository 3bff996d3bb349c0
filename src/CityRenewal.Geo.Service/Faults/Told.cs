namespace CityRenewal.Geo.Service.Faults;

/// <summary>
/// Cuts what is told to what callers can receive: a status travels in headers, and clients take few kilobytes of those. A
/// request with a million mistakes hears of the first ones, and of how many there are.
/// </summary>
internal static class Told
{
    private const int MostCharacters = 1_000, MostInAll = 3_000, LongestField = 200;

    /// <summary>A message, cut.</summary>
    public static string Of(string message) => message.Length <= MostCharacters ? message : string.Concat(message.AsSpan(0, Whole(message, MostCharacters)), " …");

    /// <summary>One message of many problems, cut.</summary>
    public static string Of(IReadOnlyList<FieldProblem> problems) =>
        Of(string.Join(" ", Of(problems, MostCharacters).Select(problem => $"{problem.Field}: {problem.Message}")));

    /// <summary>The first problems, and how many more there are.</summary>
    public static IReadOnlyList<FieldProblem> First(IReadOnlyList<FieldProblem> problems) => Of(problems, MostInAll);

    private static List<FieldProblem> Of(IReadOnlyList<FieldProblem> problems, int most)
    {
        var (first, length) = (new List<FieldProblem>(), 0);
        foreach (var problem in problems)
        {
            var cut = new FieldProblem(problem.Field.Length <= LongestField ? problem.Field : problem.Field[..Whole(problem.Field, LongestField)], Of(problem.Message));
            length += cut.Field.Length + cut.Message.Length;
            if (length > most && first.Count > 0)
            {
                first.Add(new FieldProblem("…", $"There are {problems.Count - first.Count:N0} more problems like these."));
                break;
            }

            first.Add(cut);
        }

        return first;
    }

    // Never between the two halves of one sign.
    private static int Whole(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
