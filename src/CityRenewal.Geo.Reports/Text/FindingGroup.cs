using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Reports.Text;

/// <summary>Findings that say the same of several areas: one rule, one verdict, one reason.</summary>
/// <param name="Findings">The findings, in the order of the areas; at least one.</param>
public sealed record FindingGroup(IReadOnlyList<Finding> Findings)
{
    private const int MostNamed = 4;

    /// <summary>One of them, for what they have in common.</summary>
    public Finding First => Findings[0];

    /// <summary>The areas they are about, whole runs of numbered ones shortened: A001–A004, A007.</summary>
    public string Areas => AreaNames.Of([.. Findings.Select(Name)]);

    /// <summary>
    /// What was measured against which limit: each by name where they are few, else from the least to the most; empty where
    /// nothing was.
    /// </summary>
    public string Measured
    {
        get
        {
            var known = Findings.Where(finding => FindingText.Compared(finding).Length > 0).ToList();
            if (known.Count == 0)
            {
                return "";
            }

            if (known.Count > MostNamed)
            {
                return $"{FindingText.Compared(known.MinBy(ValueOf)!)} … {FindingText.Compared(known.MaxBy(ValueOf)!)}";
            }

            return known.Select(FindingText.Compared).Distinct().Take(2).Count() == 1
                ? FindingText.Compared(known[0])
                : string.Join("; ", known.Select(finding => $"{Name(finding)} {FindingText.Compared(finding)}"));
        }
    }

    /// <summary>Groups what is not a pass: what a reader must look at first, then by rule in the order given.</summary>
    public static IReadOnlyList<FindingGroup> OfOpen(IEnumerable<Finding> findings) => Of(findings.Where(finding => finding.IsOpen));

    /// <summary>Groups findings, worst first, then by rule in the order given.</summary>
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<Finding> findings)
    {
        var rules = new Dictionary<string, int>();
        foreach (var finding in findings)
        {
            rules.TryAdd(finding.Rule.Id, rules.Count);
        }

        return
        [
            .. from finding in findings
               group finding by (finding.Rule.Id, finding.Verdict, finding.Wording, finding.WhyNot?.Text) into same
               orderby Rank(same.Key.Verdict), rules[same.Key.Id]
               select new FindingGroup([.. same]),
        ];
    }

    private static int Rank(Verdict? verdict) => RuleWords.WorstFirst.TakeWhile(other => other != verdict).Count();

    private static double ValueOf(Finding finding) => finding.Judgement.Measured.Value!.Value;

    private static string Name(Finding finding) => finding.Project is { } project ? $"{finding.Area}/{project}" : finding.Area;
}
