using System.Text;
using CityRenewal.Geo.Service.Faults;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Pages by the key of the last row: nothing is told twice or left out, whatever is added in between.</summary>
internal static class Paging
{
    private const int Usual = 100, Most = 1_000;

    /// <summary>How many rows to tell, and the key that they come after.</summary>
    /// <param name="size">`page_size`; 0 takes 100, more than 1,000 is cut.</param>
    /// <param name="token">`page_token`; empty begins at the start.</param>
    /// <param name="of">What is listed; a token of another list is refused.</param>
    /// <exception cref="BadRequestException">The size is negative, or the token none of ours.</exception>
    public static (int Size, string After) Of(int size, string token, string of)
    {
        var problems = new List<FieldProblem>();
        if (size < 0)
        {
            problems.Add(new FieldProblem("page_size", "Give a number of rows from 1 to 1,000, or 0 for 100."));
        }

        var after = AfterOf(token, of);
        if (after is null)
        {
            problems.Add(new FieldProblem("page_token", "This is no token of this list; give next_page_token as it was answered, or leave it empty."));
        }

        return problems.Count == 0 ? (size == 0 ? Usual : Math.Min(size, Most), after!) : throw new BadRequestException(problems);
    }

    /// <summary>The token that goes on after a key.</summary>
    public static string Token(string of, string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{of}\n{key}")).Replace('+', '-').Replace('/', '_');

    private static string? AfterOf(string token, string of)
    {
        if (token.Length == 0)
        {
            return "";
        }

        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token.Replace('-', '+').Replace('_', '/'), bytes, out var count)
            && Encoding.UTF8.GetString(bytes, 0, count) is var text && text.StartsWith(of + "\n", StringComparison.Ordinal)
                ? text[(of.Length + 1)..]
                : null;
    }
}
