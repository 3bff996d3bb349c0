using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Reopening;

/// <summary>What a plan file says that its plan was made under: options with limits, and rules.</summary>
/// <param name="Options">What the run was asked for.</param>
/// <param name="RulePack">Id of the rule pack; null where there was none.</param>
/// <param name="RulePackHash">Hash of its text.</param>
/// <param name="Numbers">The numbers of the pack that were in force.</param>
/// <param name="RequestRules">The limits file that the request's own rules stand in; empty where it had none.</param>
public sealed record MadeUnder(
    ProposalOptions Options, string? RulePack, string RulePackHash, IReadOnlyDictionary<string, double> Numbers, string RequestRules)
{
    // The name of rules that stand beside no pack.
    private const string RequestPack = "request";

    /// <summary>Hears what a user must know and need not act on; unset says it to nobody.</summary>
    public Action<string> Tell { get; init; } = _ => { };

    /// <summary>What a plan to edit was made under.</summary>
    public static MadeUnder Of(StoredPlan plan) =>
        new(plan.Options, plan.RulePack, plan.RulePackHash ?? "", plan.RuleNumbers, plan.RequestRules);

    /// <summary>What a plan to explain was made under.</summary>
    public static MadeUnder Of(WrittenPlan plan) =>
        new(plan.Options, plan.RulePack, plan.RulePackHash, WrittenNumbers.Of(plan), plan.RequestRules);

    /// <summary>The same with what the command line gives instead, which is said; null gives nothing.</summary>
    /// <param name="rules">Id or path of a rule pack.</param>
    /// <param name="settings">Numbers that are set instead of those of its parameters.</param>
    /// <param name="limits">Path of a limits file.</param>
    public (ProposalOptions Options, RulePack? Rules) With(string? rules, IReadOnlyDictionary<string, double> settings, string? limits)
    {
        if (limits is null)
        {
            return (Options, rules is null && settings.Count == 0 ? OwnPack(null) : PackOf(rules, settings, RequestRules));
        }

        Tell($"note: --limits {limits} takes the place of the limits that the plan was made under.");
        var pack = rules ?? (RulePack == RequestPack ? null : RulePack);
        var request = LimitsFile.Read(limits, pack, rules is null && settings.Count == 0 && pack is not null ? SetIn(pack) : settings).OrThrow();
        return (request.ApplyTo(Options), request.Rules);
    }

    /// <summary>Id or path of the pack in force, null where there is none, and the numbers that were set instead of its own.</summary>
    /// <param name="rules">What the command line names instead; null is nothing.</param>
    /// <param name="settings">Numbers that the command line sets.</param>
    public (string? Pack, IReadOnlyDictionary<string, double> Settings) Named(string? rules, IReadOnlyDictionary<string, double> settings) =>
        rules is not null || settings.Count > 0 || RulePack is null or RequestPack ? (rules, settings) : (Shipped(RulePack), SetIn(RulePack));

    private static string Shipped(string pack) => RulePackShelf.Ids.Contains(pack) ? pack
        : throw new StoreException("the plan", $"It was made under the rule pack {pack}, which does not come with the program.", "Name its file with --rules.");

    /// <summary>A pack that is named, beside the rules of the plan's own request; null where that has none.</summary>
    public RulePack? RulesUnder(string rules, IReadOnlyDictionary<string, double> settings) =>
        RequestRules.Length > 0 ? PackOf(rules, settings, RequestRules) : null;

    /// <summary>The pack that the plan was made under, with the numbers that were set.</summary>
    /// <param name="path">Path of its file where it is none that comes with the program; null looks among those.</param>
    public RulePack? OwnPack(string? path)
    {
        if (RulePack is not { } id)
        {
            return path is null ? null : throw new StoreException("--rules", "The plan was made under no rules.", "Leave --rules out.");
        }

        var pack = path ?? (id == RequestPack ? null : id);
        if (pack is null && RequestRules.Length == 0)
        {
            throw new StoreException("the plan", "It was made under rules of its own request, which its file does not keep.", "Name its limits file with --limits.");
        }

        if (path is null && pack is not null)
        {
            Shipped(pack);
        }

        var made = PackOf(pack, pack is null ? new Dictionary<string, double>() : SetIn(pack), RequestRules)!;
        if (made.Hash != RulePackHash)
        {
            Tell($"warning: the plan was made under another text of the rule pack {id}; findings are those of its text now.");
        }

        return made;
    }

    // The numbers that a user set for the plan are set again.
    private Dictionary<string, double> SetIn(string pack) =>
        RulePackShelf.Read(pack).OrThrow().Parameters is var own
            ? Numbers.Where(number => own.TryGetValue(number.Key, out var written) && written.Value != number.Value).ToDictionary()
            : [];

    private static RulePack? PackOf(string? pack, IReadOnlyDictionary<string, double> settings, string request) =>
        request.Length > 0 ? LimitsFile.Parse("the rules of the request", request, pack, settings).OrThrow().Rules
        : pack is not null ? RulePackShelf.Read(pack, settings).OrThrow()
        : throw new StoreException("--set", "There is no rule pack whose numbers could be set.", "Name one with --rules, or leave --set out.");
}
