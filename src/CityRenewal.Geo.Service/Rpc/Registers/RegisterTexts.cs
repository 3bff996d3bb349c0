using CityRenewal.Geo.Service.Faults;

namespace CityRenewal.Geo.Service.Rpc.Registers;

/// <summary>Texts that a register keeps for ever, so none of them is a book.</summary>
internal static class RegisterTexts
{
    private const int Longest = 1_000;

    /// <summary>Checks the length of a text.</summary>
    public static void Check(string field, string text, List<FieldProblem> problems)
    {
        if (text.Length > Longest)
        {
            problems.Add(new FieldProblem(field, $"It has {text.Length:N0} characters; give at most {Longest:N0}."));
        }
    }
}
