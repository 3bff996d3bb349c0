using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// A pack made ready for one city: judges areas and projects by every rule, and tells a search which parcels a rule keeps
/// out and which sums it binds. Search, edit and review read the same rules here.
/// </summary>
public sealed class RuleBook
{
    private readonly Dictionary<string, WhyNot?> _missing;
    private readonly Dictionary<string, PackRule> _rules;
    private readonly HashSet<string> _bindingParts;
    private readonly Lazy<FindingSources> _sources;
    private readonly List<(int Rule, Func<int, bool> KeepsOut)> _exclusions = [];
    private readonly Dictionary<string, IReadOnlyList<PackAssumption>> _assumptions = [];

    /// <summary>Makes a pack ready.</summary>
    public RuleBook(RuleGround ground)
        : this(ground, null)
    {
    }

    // What a split leaves as it is, layers and the rules themselves, is taken from the book before.
    private RuleBook(RuleGround ground, RuleBook? before)
    {
        Ground = ground;
        _sources = new Lazy<FindingSources>(() => new FindingSources(ground));
        _rules = before?._rules ?? ground.Pack.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        _bindingParts = before?._bindingParts ?? PartsOfRulesThatBind();
        _missing = before?._missing ?? ground.Pack.Rules.ToDictionary(
            rule => rule.Id, rule => rule.Test.Needs.Select(ground.Missing).FirstOrDefault(whyNot => whyNot is not null));

        foreach (var rule in ground.Pack.Rules)
        {
            // Members of a rule may rest on the same number: it is told once.
            _assumptions[rule.Id] = [.. AllAssumptionsOf(rule).Distinct()];
        }

        for (var rule = 0; rule < ground.Pack.Rules.Count; rule++)
        {
            var pack = ground.Pack.Rules[rule];
            if (Binds(pack) && pack.Price is null && pack.Test.KeepsOut(this) is { } keepsOut)
            {
                _exclusions.Add((rule, keepsOut));
            }
        }
    }

    /// <summary>Makes a pack ready for a city under the options of a run.</summary>
    /// <param name="pack">The rules.</param>
    /// <param name="on">The city, what lies on its parcels, and how far its layers differ; null estimates that when it is asked for.</param>
    /// <param name="options">Tolerances and threads.</param>
    /// <param name="year">The year that ages count from; null where nobody states one and none is needed.</param>
    /// <param name="cancel">Ends the work.</param>
    public static RuleBook Of(
        RulePack pack, (City City, ParcelFacts Facts, Lazy<LayerTolerances>? Tolerances) on, ProposalOptions options, int? year, CancellationToken cancel = default)
    {
        var labels = CategoryLabels.Of(on.City, on.Facts, pack.Categories, year ?? 0, options.Threads, cancel);
        return new RuleBook(new RuleGround(pack, on.City, on.Facts, labels, year)
        {
            UdbTolerance = options.UdbToleranceInForce,
            IsUdbToleranceTold = options.UdbTolerance is null && options.EstimatedUdbTolerance is not null,
            IsUdbToleranceGiven = options.UdbTolerance is not null,
            Tolerances = on.Tolerances ?? new Lazy<LayerTolerances>(() => LayerTolerances.Of(on.City, on.Facts, options.Threads)),
        });
    }

    /// <summary>The book of a city in which only some parcels are others than before; the same as making it ready anew.</summary>
    /// <param name="before">The book before.</param>
    /// <param name="on">The city and what lies on its parcels.</param>
    /// <param name="changed">The parcels that are others, the parts of the one that was split among them, and the box that holds all borders that are others.</param>
    /// <param name="threads">Threads to use, 0 takes all.</param>
    /// <param name="cancel">Ends the work.</param>
    internal static RuleBook After(RuleBook before, (City City, ParcelFacts Facts) on, (IReadOnlyList<int> Rows, IReadOnlyList<int> Parts, GridBox Box) changed, int threads, CancellationToken cancel)
    {
        var was = before.Ground;
        var labels = CategoryLabels.After(was.Labels, (on.City, on.Facts, was.Year ?? 0), changed.Rows, threads, cancel);
        var tolerances = was.Tolerances.IsValueCreated
            ? new Lazy<LayerTolerances>(LayerTolerances.After(was.Tolerances.Value, on.City, on.Facts, changed.Box, threads))
            : new Lazy<LayerTolerances>(() => LayerTolerances.Of(on.City, on.Facts, threads));
        return new RuleBook(new RuleGround(was, on, labels, changed.Parts)
        {
            UdbTolerance = was.UdbTolerance,
            IsUdbToleranceTold = was.IsUdbToleranceTold,
            IsUdbToleranceGiven = was.IsUdbToleranceGiven,
            Tolerances = tolerances,
        }, before);
    }

    /// <summary>
    /// Whether land that is the same under the book before is judged the same under both: nothing that is told of the
    /// whole city differs, and no rule looks at whole units of the town.
    /// </summary>
    internal bool JudgesAs(RuleBook before) =>
        Ground.Labels.Needs.HasProfilesOf(before.Ground.Labels.Needs)
        && Ground.HasTolerancesOf(before.Ground)
        && !Ground.Pack.Rules.Any(rule => rule.Test is RemainderTest or CompleteTest);

    /// <summary>What it judges on.</summary>
    public RuleGround Ground { get; }

    /// <summary>
    /// Makes ready what the rules will read of the city for some areas, side by side: else one area would wait for it while another
    /// makes it.
    /// </summary>
    /// <param name="areas">The parcels of each.</param>
    /// <param name="threads">Threads to use, 0 takes all; no result depends on it.</param>
    /// <param name="cancel">Ends the work.</param>
    internal void MakeReady(IEnumerable<IReadOnlyCollection<int>> areas, int threads, CancellationToken cancel = default)
    {
        int[] parcels = [.. areas.SelectMany(area => area).Distinct()];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : -1, CancellationToken = cancel };
        var rules = Ground.Pack.Rules.Where(rule => _missing[rule.Id] is null && parcels.Length > 0);
        Parallel.ForEach(rules, parallel, rule => rule.Test.MakeReady(Ground, parcels));
    }

    /// <summary>Every finding of an area or project, in the order of the pack.</summary>
    /// <param name="area">The area, or the land of the project.</param>
    /// <param name="project">The project's id; null for the area itself.</param>
    public IReadOnlyList<Finding> Check(AreaUnderReview area, string? project = null)
    {
        var scope = project is null ? RuleScope.Area : RuleScope.Project;
        return
        [
            .. Ground.Pack.Rules
                .Where(rule => !rule.IsPart && rule.Scopes.Contains(scope) && (rule.Test is not ApartTest apart || apart.IsAskedOf(area)))
                .Select(rule => Finding(rule, area, project)),
        ];
    }

    /// <summary>Why a rule cannot be judged in this city at all; null where it can.</summary>
    public WhyNot? MissingFor(PackRule rule) => _missing[rule.Id];

    /// <summary>
    /// The parcels that single rules keep out of every area: the first rule that does, as an index into the pack's rules,
    /// else -1. A rule that cannot be judged keeps nobody out.
    /// </summary>
    public int KeptOutBy(int parcel)
    {
        foreach (var (rule, keepsOut) in _exclusions)
        {
            if (keepsOut(parcel))
            {
                return rule;
            }
        }

        return -1;
    }

    /// <summary>Whether a rule keeps historic districts whole.</summary>
    public bool KeepsDistrictsWhole => Binding.Any(rule => rule.Test is WholeTest);

    /// <summary>Whether any rule looks at historic districts, whether it binds or not.</summary>
    internal bool LooksAtDistricts => Ground.Pack.Rules.Any(rule => rule.Test is WholeTest);

    /// <summary>The divisions whose units no area crosses.</summary>
    public IReadOnlyList<string> UncrossedDivisions =>
        [.. Binding.Select(rule => rule.Test).OfType<UndividedTest>().Select(test => test.Division).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The rules that are sums over parcels and can bind here, in the order of the pack.</summary>
    /// <param name="ground">What a rule needs to become a row.</param>
    /// <param name="threads">Threads to use, 0 takes all.</param>
    public IReadOnlyList<RuleRow> Rows(RowGround ground, int threads = 0)
    {
        var rules = Binding.ToArray();
        var rows = new RuleRow?[rules.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : -1 };
        Parallel.For(0, rules.Length, parallel, i => rows[i] = RowOf(rules[i], ground));
        return [.. rows.OfType<RuleRow>()];
    }

    private static RuleRow? RowOf(PackRule rule, RowGround ground)
    {
        var row = rule.Test.RowOf(rule.Id, ground);
        return rule.Price is { } price && row is not null ? row with { SoftPrice = price } : row;
    }

    private IEnumerable<PackRule> Binding => Ground.Pack.Rules.Where(Binds);

    // What somebody may consent to, and what is asked of projects alone, keeps nobody out: it is found, and said. A part
    // binds where all parts of a rule that binds must hold; one of several ways to keep a rule binds nobody by itself.
    private bool Binds(PackRule rule) =>
        _missing[rule.Id] is null && rule.Consent is null && (rule.IsPart ? _bindingParts.Contains(rule.Id) : rule.Scopes.Contains(RuleScope.Area));

    private HashSet<string> PartsOfRulesThatBind()
    {
        var parts = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<PackRule>(Ground.Pack.Rules.Where(rule => !rule.IsPart && rule.Consent is null && rule.Scopes.Contains(RuleScope.Area)));
        while (open.TryPop(out var rule))
        {
            foreach (var id in rule.Test is AllOfTest all ? all.Members : [])
            {
                if (RuleOf(id) is { IsPart: true, Consent: null } part && parts.Add(id))
                {
                    open.Push(part);
                }
            }
        }

        return parts;
    }

    /// <summary>A rule of the pack by its id.</summary>
    internal PackRule RuleOf(string id) => _rules[id];

    /// <summary>One rule on one area.</summary>
    internal Judgement Judge(PackRule rule, AreaUnderReview area) =>
        area.Judged.TryGetValue((this, rule.Id), out var judged) ? judged : area.Judged[(this, rule.Id)] = JudgeAnew(rule, area);

    private Judgement JudgeAnew(PackRule rule, AreaUnderReview area)
    {
        if (_missing[rule.Id] is { } missing)
        {
            return Judgement.Unknown(missing);
        }

        var judgement = rule.Test.Judge(this, area);
        return judgement.Verdict == Verdict.Fail && rule.Consent is not null
            ? judgement with { Verdict = Verdict.NeedsApproval }
            : judgement;
    }

    private Finding Finding(PackRule rule, AreaUnderReview area, string? project)
    {
        var judgement = Judge(rule, area);
        return new Finding
        {
            Area = area.Id,
            Project = project,
            Rule = rule,
            Judgement = judgement,
            Assumptions = _assumptions[rule.Id],
            SourcesOf = () => _sources.Value.Of(rule, judgement),
        };
    }

    private IEnumerable<PackAssumption> AllAssumptionsOf(PackRule rule) =>
    [
        .. rule.Assumptions,
        .. rule.Test.Parameters.Select(name => Ground.Pack.Parameters[name]).Where(number => number.IsAssumed).Select(number => number.AsAssumption()),
        .. _missing[rule.Id] is null ? rule.Test.AssumedOn(Ground) : [],
        .. rule.Test.Rules.Select(id => RuleOf(id)).SelectMany(AllAssumptionsOf),
    ];
}
