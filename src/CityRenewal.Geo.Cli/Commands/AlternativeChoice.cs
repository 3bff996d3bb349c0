using System.CommandLine;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>The options of `renewal propose` that ask for several plans, or for one that begins from an existing one.</summary>
internal sealed class AlternativeChoice
{
    private readonly Option<int> _alternatives = Options.Whole("--alternatives", "Plans to propose, ranked; they differ and stand against a proven front.", 1, 50, fallback: 1);
    private readonly Option<double> _difference = new("--least-difference") { Description = "How much alternatives differ at least: Jaccard distance of their land, in [0, 1].", DefaultValueFactory = _ => new ProposalOptions().LeastDifference };
    private readonly Option<string?> _from = new("--from") { Description = "Plan (GeoPackage of `renewal propose`) to begin from." };
    private readonly Option<double?> _change = new("--change-price") { Description = "With --from: what each m² of land that changes sides costs, m² of benefit." };
    private readonly Option<string[]> _keep = new("--keep") { Description = "With --from: areas that stay exactly as they are, by id; their neighbours are searched around them.", AllowMultipleArgumentsPerToken = true };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _alternatives, _difference, _from, _change, _keep })
        {
            command.Add(option);
        }
    }

    /// <summary>The options with what was chosen here.</summary>
    /// <exception cref="InputException">An option needs another, or names an area that the plan does not have.</exception>
    public ProposalOptions Read(ParseResult parsed, ProposalOptions options)
    {
        var (path, keep, price) = (parsed.GetValue(_from), parsed.GetValue(_keep) ?? [], parsed.GetValue(_change));
        if (path is null && (keep.Length > 0 || price is not null))
        {
            throw new InputException($"{(keep.Length > 0 ? _keep.Name : _change.Name)}: there is no plan to depart from. Name one with {_from.Name}.");
        }

        var existing = path is null ? null : new ExistingPlan(PlanAreas.Read(path)) { ChangePrice = price ?? 0 };
        if (existing is not null && keep.Except(existing.Areas.Select(area => area.Id), StringComparer.Ordinal).ToList() is { Count: > 0 } unknown)
        {
            throw new InputException($"{_keep.Name} {string.Join(' ', unknown)}: {path} has no such area; it has {string.Join(", ", existing.Areas.Select(area => area.Id))}.");
        }

        options = options with
        {
            Alternatives = parsed.GetValue(_alternatives),
            LeastDifference = parsed.GetValue(_difference),
            From = existing is null ? null : existing with { Areas = [.. existing.Areas.Select(area => area with { IsKept = keep.Contains(area.Id, StringComparer.Ordinal) })] },
        };
        return ProposalOptionChecks.Check(options).Where(IsOurs).Select(Said).ToList() is { Count: > 0 } problems
            ? throw new InputException(string.Join("\n       ", problems))
            : options;
    }

    /// <summary>Refuses an existing plan that does not fit the city.</summary>
    public void Require(ProposalOptions options, City city)
    {
        if (ExistingPlanChecks.Check(city, options).Select(Said).ToList() is { Count: > 0 } problems)
        {
            throw new InputException(string.Join("\n       ", problems.Take(10).Concat(problems.Count > 10 ? [$"… and {problems.Count - 10:N0} more"] : [])));
        }
    }

    private static bool IsOurs(OptionProblem problem) => problem.Field is "alternatives" or "least_difference" or "change_price";

    private string Said(OptionProblem problem)
    {
        var name = problem.Field switch
        {
            "alternatives" => _alternatives.Name,
            "least_difference" => _difference.Name,
            "change_price" => _change.Name,
            "keep" => _keep.Name,
            _ => _from.Name,
        };
        return $"{name}: {problem.Value}: {problem.Said}";
    }
}
