using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Checks the rules that are made of other rules.</summary>
internal sealed class PackRuleLinks
{
    private readonly Dictionary<string, PackNode> _places = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _members = [];
    private readonly HashSet<string> _parts = [];

    /// <param name="places">Where each rule of the pack stands, by id; those that could not be read too.</param>
    /// <param name="rules">The rules that could be read.</param>
    public PackRuleLinks(IEnumerable<(string Id, PackNode Node)> places, IEnumerable<PackRule> rules)
    {
        // An id that is used twice was noted: here the first rule of that name stands for it.
        foreach (var (id, node) in places.Where(place => place.Id.Length > 0))
        {
            _places.TryAdd(id, node);
        }

        foreach (var rule in rules.Where(rule => rule.Id.Length > 0))
        {
            if (_members.TryAdd(rule.Id, [.. rule.Test.Rules]) && rule.IsPart)
            {
                _parts.Add(rule.Id);
            }
        }
    }

    /// <summary>Notes members that are no rules, rules that are made of themselves, and parts that nothing is made of.</summary>
    public void Check()
    {
        foreach (var part in _parts.Where(part => !_members.Any(rule => rule.Value.Contains(part))))
        {
            _places[part].Trouble(PackSenseTroubles.LonelyPart(part));
        }

        foreach (var (rule, _) in _members.Where(rule => rule.Value.Count > 0))
        {
            foreach (var member in PackJoinedReader.Members(_places[rule]))
            {
                var id = member.Text();
                if (id.Length > 0 && !_places.ContainsKey(id))
                {
                    member.Trouble(PackSenseTroubles.NoRule(id, [.. _places.Keys]));
                }
                else if (RoundFrom(rule, id, []) is { } round)
                {
                    member.Trouble(PackSenseTroubles.RuleCycle([rule, .. round]));
                }
            }
        }
    }

    // The way from a member back to the rule itself; null where there is none.
    private IReadOnlyList<string>? RoundFrom(string goal, string id, HashSet<string> seen)
    {
        if (id == goal)
        {
            return [id];
        }

        return seen.Add(id)
            ? _members.GetValueOrDefault(id, []).Select(member => RoundFrom(goal, member, seen)).FirstOrDefault(round => round is not null) is { } found
                ? [id, .. found]
                : null
            : null;
    }
}
