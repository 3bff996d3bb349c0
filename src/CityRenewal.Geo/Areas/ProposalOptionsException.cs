namespace CityRenewal.Geo.Areas;

/// <summary>A proposal cannot begin: lists everything that is wrong with its options, not only the first thing.</summary>
public sealed class ProposalOptionsException(IReadOnlyList<OptionProblem> problems)
    : ArgumentException(Sentence(problems))
{
    /// <summary>Every problem, in the order of the options.</summary>
    public IReadOnlyList<OptionProblem> Problems { get; } = problems;

    private static string Sentence(IReadOnlyList<OptionProblem> problems) => string.Join(
        Environment.NewLine,
        problems.Select(problem => $"{problem.Field} = {problem.Value}: {problem.Said}"));
}
