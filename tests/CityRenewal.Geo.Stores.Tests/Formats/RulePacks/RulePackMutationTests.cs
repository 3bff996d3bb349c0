using System.Text.RegularExpressions;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.Commands;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>A pack that somebody tore or mistyped is told about near the place, and never ends in an exception.</summary>
public partial class RulePackMutationTests
{
    // What is missing is told where the entry begins to which it belongs; where the text stops to be YAML, at the next entry.
    private const int Near = 20;

    [Theory]
    [InlineData("cn-2021-63")]
    [InlineData("chongqing-2025")]
    public void A_required_line_that_is_removed_is_told_near_its_place(string id)
    {
        var lines = File.ReadAllLines(PathOf(id));
        var silent = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (IsRequired().IsMatch(lines[i]))
            {
                var problems = RulePackShelf.Parse(id, string.Join('\n', lines.Where((_, line) => line != i))).Problems;
                if (!problems.Any(problem => Math.Abs(problem.Line - (i + 1)) <= Near))
                {
                    silent.Add($"{i + 1}: {lines[i]} → {string.Join("; ", problems.Select(problem => $"{problem.Line} {problem.Code}"))}");
                }
            }
        }

        Assert.Empty(silent);
    }

    [Theory]
    [InlineData("cn-2021-63")]
    [InlineData("chongqing-2025")]
    public void No_line_that_is_removed_doubled_or_moved_ends_in_an_exception(string id)
    {
        var lines = File.ReadAllLines(PathOf(id));
        for (var i = 0; i < lines.Length; i++)
        {
            Read(lines.Where((_, line) => line != i));
            Read(lines.Take(i + 1).Concat(lines.Skip(i)));
            Read(lines.Select((text, line) => line == i ? "  " + text : text));
            Read(lines.Select((text, line) => line == i ? text.TrimStart() : text));
        }
    }

    [Fact]
    public void No_letter_that_is_replaced_ends_in_an_exception()
    {
        var random = new Random(7);
        const string letters = "{}[]:,-#&*!|>'\"%@` \n\tа0Z。";
        for (var trial = 0; trial < 3000; trial++)
        {
            var text = SmallPack.Yaml.ToCharArray();
            for (var change = 0; change <= trial % 3; change++)
            {
                text[random.Next(text.Length)] = letters[random.Next(letters.Length)];
            }

            Read([new string(text)]);
        }
    }

    private static void Read(IEnumerable<string> lines)
    {
        var reading = RulePackShelf.Parse("torn", string.Join('\n', lines));
        Assert.Equal(reading.Pack is null, reading.Problems.Count > 0);
    }

    private static string PathOf(string id) => Path.Combine(Renewal.Checkout, "data", "rule-packs", id + ".yaml");

    // The keys that a pack cannot do without where they stand on a line of their own.
    [GeneratedRegex(
        @"^\s*(- )?(pack|version|title|title_zh|licence|sources|parameters|rules|id|scope|strength|citation|share|sum|inside|measure|undivided|whole|all_of"
        + @"|above|below|of|at_most|at_least|layer|division|text|text_zh|value|unit|assumed): ?")]
    private static partial Regex IsRequired();
}
