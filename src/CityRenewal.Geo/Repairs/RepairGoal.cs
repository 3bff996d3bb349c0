using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;

namespace CityRenewal.Geo.Repairs;

/// <summary>
/// What a repair has to reach: the rules that it is for fail no more, no other verdict is worse than before, and nothing is
/// broken that was not broken before.
/// </summary>
internal sealed class RepairGoal
{
    private const double Least = 1e-6;

    private readonly RuleBook _book;
    private readonly Dictionary<(string? Project, string Rule), int> _ranks;
    private readonly HashSet<string> _broken;
    private readonly (PackRule Rule, double Excess)[] _targets;
    private readonly PackRule[] _others;
    private readonly Dictionary<(string? Project, string Rule), int> _wanted;

    public RepairGoal(RuleBook book, EditedArea before, IReadOnlyList<Finding> targets)
    {
        _book = book;
        _ranks = before.Findings.ToDictionary(finding => (finding.Project, finding.Rule.Id), finding => RankOf(finding.Verdict));
        _broken = [.. before.Breaches.Select(breach => breach.Check)];
        _wanted = targets.ToDictionary(target => (target.Project, target.Rule.Id), target => RankLeft(target.Judgement));
        _targets = [.. targets.Where(target => target.Project is null).Select(target => (target.Rule, ExcessOf(target.Judgement)))];
        _others =
        [
            .. before.Findings.Where(finding => finding.Project is null && !_wanted.ContainsKey((null, finding.Rule.Id))).Select(finding => finding.Rule),
        ];
        Targets = targets;
    }

    /// <summary>The findings that have to go.</summary>
    public IReadOnlyList<Finding> Targets { get; }

    /// <summary>Whether a parcel alone breaks one of the rules, whatever area holds it.</summary>
    public bool IsFatal(int parcel) => Targets.Any(target => target.Rule.Test.KeepsOut(_book) is { } keepsOut && keepsOut(parcel));

    /// <summary>How far an area is from keeping the rules: 0 where it does, about 1 for each rule that it fails as much as before.</summary>
    public double Distance(AreaUnderReview area)
    {
        double distance = 0;
        foreach (var (rule, excess) in _targets)
        {
            var judgement = _book.Judge(rule, area);
            distance += RankOf(judgement.Verdict) <= _wanted[(null, rule.Id)] ? 0 : Math.Max(Least, ExcessOf(judgement) / excess);
        }

        foreach (var rule in _others)
        {
            distance += Math.Max(0, RankOf(_book.Judge(rule, area).Verdict) - _ranks[(null, rule.Id)]);
        }

        return distance;
    }

    /// <summary>Whether an area keeps all of it, by rules first those that are cheap to tell.</summary>
    public bool IsKept(AreaUnderReview area)
    {
        foreach (var (rule, _) in _targets)
        {
            if (RankOf(_book.Judge(rule, area).Verdict) > _wanted[(null, rule.Id)])
            {
                return false;
            }
        }

        foreach (var rule in _others)
        {
            if (RankOf(_book.Judge(rule, area).Verdict) > _ranks[(null, rule.Id)])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same of an area that was read whole: projects and everything else that areas keep to.</summary>
    public bool IsKept(EditedArea area) =>
        area.Breaches.All(breach => breach.Price is not null || _broken.Contains(breach.Check))
        && area.Findings.All(finding => RankOf(finding.Verdict) <= (_wanted.TryGetValue((finding.Project, finding.Rule.Id), out var left)
            ? left
            : _ranks.GetValueOrDefault((finding.Project, finding.Rule.Id))));

    /// <summary>How bad a verdict may stay where a rule is freed of what fails: a rule made of others keeps what is open in those.</summary>
    public static int RankLeft(Judgement judgement) => judgement.Members.Count == 0 ? 0 : judgement.Members.Max(member =>
        member.Judgement.Verdict == Verdict.Fail ? RankLeft(member.Judgement) : RankOf(member.Judgement.Verdict));

    /// <summary>
    /// How bad a verdict is. What is not applicable is no worse than what is kept, and neither missing evidence nor the
    /// measuring error is worse than the other: both leave a rule undecided.
    /// </summary>
    public static int RankOf(Verdict? verdict) => verdict switch
    {
        Verdict.Fail => 3,
        Verdict.NeedsApproval => 2,
        Verdict.Marginal or Verdict.Unknown => 1,
        _ => 0,
    };

    // How much too much or too little there is; where a rule knows no more and less, how much is at fault.
    private static double ExcessOf(Judgement judgement)
    {
        var measured = judgement.Measured;
        if (judgement.Members.Count == 0 && judgement.Limit is { } limit && measured.Value is { } value)
        {
            var excess = judgement.Sense == LimitSense.AtMost
                ? (measured.High is { } high && double.IsFinite(high) ? high : value) - limit
                : limit - (measured.Low is { } low && double.IsFinite(low) ? low : value);
            return Math.Max(Least, excess);
        }

        return judgement.Members.Count > 0
            ? Math.Max(1, judgement.Members.Sum(member => RankOf(member.Judgement.Verdict) > 0 ? 1 + Small(ExcessOf(member.Judgement)) : 0))
            : Math.Max(1, judgement.Evidence.Parcels.Count + judgement.Evidence.Buildings.Count);
    }

    private static double Small(double excess) => excess / (1 + excess);
}
