namespace CityRenewal.Geo.Service.Faults;

/// <summary>
/// Cuts what is told to what callers can receive: a status travels in headers, and clients take few kilobytes of those. A
/// request with a million mistakes hears of the first ones, and of how many there are.
/// </summary>
internal static class Told
{
    // In bytes as they are sent: what is not ASCII goes percent-encoded, nine for a Chinese sign.
    private const int MostOfMessage = 1_500, MostInAll = 3_000, LongestField = 300;
    private const int BytesOfSign = 9;

    /// <summary>A message, cut.</summary>
    public static string Of(string message) => Fitting(message, MostOfMessage) is var fits && fits == message.Length ? message : message[..fits] + " …";

    /// <summary>One message of many problems, cut.</summary>
    public static string Of(IReadOnlyList<FieldProblem> problems) =>
        Of(string.Join(" ", Of(problems, MostOfMessage).Select(problem => $"{problem.Field}: {problem.Message}")));

    /// <summary>The first problems, and how many more there are.</summary>
    public static IReadOnlyList<FieldProblem> First(IReadOnlyList<FieldProblem> problems) => Of(problems, MostInAll);

    private static List<FieldProblem> Of(IReadOnlyList<FieldProblem> problems, int most)
    {
        var (first, length) = (new List<FieldProblem>(), 0);
        foreach (var problem in problems)
        {
            var cut = new FieldProblem(problem.Field[..Fitting(problem.Field, LongestField)], Of(problem.Message));
            length += BytesOf(cut.Field) + BytesOf(cut.Message);
            if (length > most && first.Count > 0)
            {
                first.Add(new FieldProblem("…", $"There are {problems.Count - first.Count:N0} more problems like these."));
                break;
            }

            first.Add(cut);
        }

        return first;
    }

    // How many characters fit, never between the two halves of one sign.
    private static int Fitting(string text, int most)
    {
        var (bytes, at) = (0, 0);
        while (at < text.Length && (bytes += BytesOf(text[at])) <= most)
        {
            at++;
        }

        return at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
    }

    private static int BytesOf(string text) => text.Sum(BytesOf);

    private static int BytesOf(char sign) => char.IsAscii(sign) ? 1 : BytesOfSign;
}
