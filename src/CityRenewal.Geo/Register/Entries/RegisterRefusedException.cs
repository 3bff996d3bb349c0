namespace CityRenewal.Geo.Register;

/// <summary>Something cannot enter the register; the message lists everything that is wrong.</summary>
public sealed class RegisterRefusedException(IReadOnlyList<RegisterProblem> problems)
    : Exception(string.Join("\nerror: ", problems.Select(problem => $"{problem.Text} {problem.TextChinese}")))
{
    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<RegisterProblem> Problems => problems;

    /// <summary>Refuses where anything is wrong.</summary>
    public static void ThrowIfAny(IReadOnlyList<RegisterProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new RegisterRefusedException(problems);
        }
    }
}
