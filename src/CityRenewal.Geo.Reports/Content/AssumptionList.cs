using System.Globalization;
using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Reports.Content;

/// <summary>Every assumption that some finding rests on, told once and numbered: findings refer to it.</summary>
public sealed class AssumptionList
{
    private readonly Dictionary<PackAssumption, int> _numbers = [];

    /// <summary>The assumptions of all findings, in the order in which they are met.</summary>
    public AssumptionList(IEnumerable<ReportArea> areas)
    {
        foreach (var assumption in areas.SelectMany(area => area.Findings).SelectMany(finding => finding.Assumptions))
        {
            _numbers.TryAdd(assumption, _numbers.Count + 1);
        }
    }

    /// <summary>All of them with their names H1, H2, …</summary>
    public IEnumerable<(string Name, PackAssumption Assumption)> All => _numbers.Select(pair => (NameOf(pair.Value), pair.Key));

    /// <summary>The names of those that a finding rests on.</summary>
    public IEnumerable<string> NamesOf(Finding finding) =>
        finding.Assumptions.Select(assumption => _numbers[assumption]).Distinct().Order().Select(NameOf);

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"H{number}");
}
