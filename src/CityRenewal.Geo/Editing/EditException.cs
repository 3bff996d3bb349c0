using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Editing;

/// <summary>An edit that cannot be made: lists everything that is impossible about it. The session is as it was before.</summary>
public sealed class EditException(IReadOnlyList<OptionProblem> problems) : ArgumentException(Sentence(problems))
{
    /// <summary>Every problem, in the order of the edit's words.</summary>
    public IReadOnlyList<OptionProblem> Problems { get; } = problems;

    private static string Sentence(IReadOnlyList<OptionProblem> problems) => string.Join(
        Environment.NewLine,
        problems.Select(problem => $"{problem.Field} {problem.Value}: {problem.Message} {problem.Remedy}"));
}
