using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Reopening;
using Google.Protobuf.Collections;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>A stored plan that has met its city again.</summary>
/// <param name="City">The city as the office keeps it.</param>
/// <param name="Known">What the office knows of the plan.</param>
/// <param name="Stored">The plan as its file has it.</param>
/// <param name="Work">The work on the city as it is now.</param>
internal sealed record ReopenedPlan(IOfficeCity City, OfficePlan Known, StoredPlan Stored, CityWork Work)
{
    private readonly List<string> _warnings = [];

    /// <summary>The plan's name.</summary>
    public string Name => PlanHeads.NameOf(City.Id, Known.Id);

    /// <summary>What a reader must know of how it met its city and rules again: that either is another one by now.</summary>
    public IReadOnlyList<string> Warnings =>
    [
        .. StoredSession.WarningOf(Stored.DataVersion, Work.City) is { } warning ? [WithoutKind(warning)] : Array.Empty<string>(),
        .. _warnings.Distinct(),
    ];

    /// <summary>Id of the rule pack in force and the numbers that a request sets; null where the plan's own rules hold as they are.</summary>
    /// <param name="rulePack">Resource name of a pack that takes the place of the plan's own; empty is none.</param>
    /// <param name="parameters">Numbers that are set.</param>
    /// <exception cref="BadRequestException">Lists every problem.</exception>
    public (string? Pack, IReadOnlyDictionary<string, double> Settings) Named(string rulePack, MapField<string, double> parameters)
    {
        var problems = new List<FieldProblem>();
        var own = Stored.RulePack is { } id && RulePackShelf.Ids.Contains(id) ? $"rulePacks/{id}" : "";
        var named = rulePack.Length > 0 ? rulePack : parameters.Count > 0 ? own : "";
        if (named.Length > 0)
        {
            RulePackRequests.Find(named, parameters, problems);
        }
        else if (parameters.Count > 0)
        {
            problems.Add(new FieldProblem("parameters", "The plan was made under no rule pack whose parameters could be set; name one in rule_pack."));
        }

        return problems.Count == 0
            ? (named.Length > 0 ? RulePackRequests.IdOf(named) : null, new Dictionary<string, double>(parameters))
            : throw new BadRequestException(problems);
    }

    /// <summary>The options and rules in force: those that the plan was made under, or what a request names instead.</summary>
    /// <inheritdoc cref="Named"/>
    public (ProposalOptions Options, RulePack? Rules) Under(string rulePack, MapField<string, double> parameters)
    {
        var (pack, settings) = Named(rulePack, parameters);
        return Made().With(pack, settings, limits: null);
    }

    /// <summary>The rules in force, which there must be.</summary>
    /// <inheritdoc cref="Named"/>
    public (ProposalOptions Options, RulePack Rules) UnderRules(string rulePack, MapField<string, double> parameters) =>
        Under(rulePack, parameters) is { Rules: { } rules } under
            ? (under.Options, rules)
            : throw new BadRequestException([new FieldProblem("rule_pack", "The plan was made under no rules, so nothing judges it; name a rule pack.")]);

    /// <summary>What the plan says that it was made under.</summary>
    public MadeUnder Made() => MadeUnder.Of(Stored) with { Tell = Hear };

    /// <summary>Hears what a reader must know.</summary>
    public void Hear(string told) => _warnings.Add(WithoutKind(told));

    /// <summary>A session on the plan.</summary>
    public EditSession Session((ProposalOptions Options, RulePack? Rules) under, IProgress<WorkProgress>? progress, CancellationToken cancel) =>
        StoredSession.Open(Stored, Work, under, progress, cancel);

    // Commands say what kind of message it is; a field of warnings says so by its name.
    private static string WithoutKind(string told) => told.StartsWith("warning: ", StringComparison.Ordinal) ? told["warning: ".Length..] : told;
}
