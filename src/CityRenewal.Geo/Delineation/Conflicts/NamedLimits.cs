using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Delineation;

/// <summary>All hard limits of a request that can be taken out of it one by one: what a conflict can be made of.</summary>
internal sealed class NamedLimits(Asked asked, ProposalGround ground)
{
    // So many locks are named one by one; more are one limit together.
    private const int MostNamed = 8;

    private readonly double _allLand = ground.NetAreas.Sum();

    /// <summary>The limits; those that are tried first come first, so that what is left to the end is what is most often changed.</summary>
    public IReadOnlyList<NamedLimit> All() =>
    [
        .. Groups(), .. Divisions(), .. Numbers().OfType<NamedLimit>(), .. Rules(), .. LockedOut(), .. LockedIn(), .. Sizes().OfType<NamedLimit>(),
    ];

    private IEnumerable<NamedLimit> Groups()
    {
        var limits = asked.Options.Limits;
        return
        [
            .. limits.CannotLink.Where(group => group.Price is null).Select((group, i) => List(
                $"cannot_link[{i}]", group.Parcels, now => now with { CannotLink = [.. now.CannotLink.Where(other => other != group)] })),
            .. limits.MustLink.Select((list, i) => List(
                $"must_link[{i}]", list, now => now with { MustLink = [.. now.MustLink.Where(other => other != list)] })),
            .. limits.KeepWhole.Where(group => group.Price is null).Select((group, i) => List(
                $"keep_whole[{i}]", group.Division.Length > 0 ? [group.Division] : group.Parcels,
                now => now with { KeepWhole = [.. now.KeepWhole.Where(other => other != group)] })),
            .. limits.Projects.Select(project => List(
                $"projects[{project.Id}]", project.Parcels, now => now with { Projects = [.. now.Projects.Where(other => other != project)] })),
        ];
    }

    private IEnumerable<NamedLimit> Divisions()
    {
        foreach (var name in asked.Options.Limits.UncrossedDivisions.Where(ground.Facts.Divisions.ContainsKey))
        {
            yield return new NamedLimit(
                "uncrossed_divisions", name, now => now.With(limits => limits with { UncrossedDivisions = [.. limits.UncrossedDivisions.Where(other => other != name)] }));
        }

        var kinds = ground.Graph.BarrierKinds.Skip(1).Where(kind => asked.Options.Limits.Crossings.All(crossing => crossing.Kind != kind)).ToList();
        if (kinds.Count > 0)
        {
            yield return new NamedLimit(
                "crossings", string.Join(", ", kinds),
                now => now.With(limits => limits with { Crossings = [.. limits.Crossings, .. kinds.Select(kind => new CrossingPrice(kind, 0))] }));
        }
    }

    private IEnumerable<NamedLimit?> Numbers()
    {
        var limits = asked.Options.Limits;
        return
        [
            Number("most_areas", limits.MostAreas, (now, value) => now with { MostAreas = value }) is { } most
                ? most with { IsWhole = true, Farthest = ground.City.Parcels.Count } : null,
            Number("land_budget_m2", limits.LandBudget, (now, value) => now with { LandBudget = value }) is { } land ? land with { Unit = "m²", Farthest = _allLand } : null,
            Number("cost_budget", limits.CostBudget, (now, value) => now with { CostBudget = value }) is { } cost ? cost with { Farthest = 1e15 } : null,
            Number("spacing_m", limits.Spacing, (now, value) => now with { Spacing = value }) is { } spacing ? spacing with { Unit = "m", IsLeast = true, Farthest = 0 } : null,
            Number("largest_enclave_m2", limits.LargestEnclave, (now, value) => now with { LargestEnclave = value }) is { } enclave
                ? enclave with { Unit = "m²", Farthest = 1e12 } : null,
            Number("smallest_remainder_m2", limits.SmallestRemainder, (now, value) => now with { SmallestRemainder = value }) is { } remainder
                ? remainder with { Unit = "m²", IsLeast = true, Farthest = 0 } : null,
            Number("least_polsby_popper", limits.LeastPolsbyPopper, (now, value) => now with { LeastPolsbyPopper = value }) is { } compactness
                ? compactness with { IsLeast = true, Farthest = 0 } : null,
            Number("fewest_areas", limits.FewestAreas, (now, value) => now with { FewestAreas = value }) is { } fewest
                ? fewest with { IsLeast = true, IsWhole = true, Farthest = 0 } : null,
        ];
    }

    private IEnumerable<NamedLimit?> Sizes()
    {
        var (options, limits) = (asked.Options, asked.Options.Limits);
        Asked Minimum(Asked now, double value) => now with { Options = now.Options with { MinimumArea = value } };
        Asked Maximum(Asked now, double value) => now with { Options = now.Options with { MaximumArea = value } };
        return
        [
            limits.MaximumAreaPrice is null ? new NamedLimit("maximum_area_m2", Text(options.MaximumArea), now => Maximum(now, _allLand + options.MaximumArea))
            {
                Number = options.MaximumArea, At = Maximum, Farthest = _allLand + options.MaximumArea, Unit = "m²",
            } : null,
            limits.MinimumAreaPrice is null && options.MinimumArea > 0 ? new NamedLimit("minimum_area_m2", Text(options.MinimumArea), now => Minimum(now, 0))
            {
                Number = options.MinimumArea, At = Minimum, Farthest = 0, IsLeast = true, Unit = "m²",
            } : null,
        ];
    }

    private IEnumerable<NamedLimit> Rules() => (asked.Pack?.Rules ?? []).Where(rule => rule is { Price: null, Consent: null }).Select(rule =>
    {
        var without = new NamedLimit(rule.Id, rule.TitleChinese, now => now with { Pack = WithoutRule(now.Pack!, rule.Id) });
        var (limit, sense) = rule.Test switch
        {
            ShareTest share => (share.Limit, share.Sense),
            SumTest sum => (sum.Limit, sum.Sense),
            _ => ("", LimitSense.AtMost),
        };
        return limit.Length > 0 && asked.Pack!.Parameters[limit].Value is { } value
            ? without with
            {
                Value = Text(value), Number = value, IsLeast = sense == LimitSense.AtLeast,
                Farthest = sense == LimitSense.AtLeast ? 0 : rule.Test is ShareTest ? Math.Max(1, 2 * value) : 1e12,
                At = (now, other) => now with { Pack = WithNumber(now.Pack!, limit, other) },
            }
            : without;
    });

    private IEnumerable<NamedLimit> LockedOut()
    {
        if (asked.Options.LockedOut.Count > MostNamed)
        {
            yield return new NamedLimit(
                "locked_out", Some(asked.Options.LockedOut), now => now with { Options = now.Options with { LockedOut = [] } });
            yield break;
        }

        foreach (var id in asked.Options.LockedOut)
        {
            yield return new NamedLimit(
                "locked_out", id, now => now with { Options = now.Options with { LockedOut = [.. now.Options.LockedOut.Where(other => other != id)] } });
        }
    }

    private IEnumerable<NamedLimit> LockedIn()
    {
        if (asked.Options.LockedIn.Count > MostNamed)
        {
            yield return new NamedLimit(
                "locked_in", Some(asked.Options.LockedIn), now => now with { Options = now.Options with { LockedIn = [] } });
            yield break;
        }

        foreach (var id in asked.Options.LockedIn)
        {
            yield return new NamedLimit(
                "locked_in", id, now => now with { Options = now.Options with { LockedIn = [.. now.Options.LockedIn.Where(other => other != id)] } });
        }
    }

    private static string Some(IReadOnlyList<string> ids) =>
        string.Create(CultureInfo.InvariantCulture, $"{ids[0]}, {ids[1]}, … ({ids.Count})");

    private static NamedLimit List(string name, IReadOnlyList<string> ids, Func<PlanLimits, PlanLimits> without) =>
        new(name, string.Join(", ", ids.Take(5)), now => now.With(without));

    private static NamedLimit? Number(string name, PricedLimit? limit, Func<PlanLimits, PricedLimit?, PlanLimits> set) =>
        limit is not { IsSoft: false } ? null : new NamedLimit(name, Text(limit.Value), now => now.With(limits => set(limits, null)))
        {
            Number = limit.Value, At = (now, value) => now.With(limits => set(limits, new PricedLimit(value))),
        };

    // A rule that others are made of stays as a part of those: they go by themselves.
    private static RulePack WithoutRule(RulePack pack, string id) => pack.Rules.Any(rule => rule.Test.Rules.Contains(id))
        ? pack with { Rules = [.. pack.Rules.Select(rule => rule.Id == id ? rule with { IsPart = true } : rule)] }
        : pack with { Rules = [.. pack.Rules.Where(rule => rule.Id != id)] };

    private static RulePack WithNumber(RulePack pack, string name, double value) => pack with
    {
        Parameters = pack.Parameters.ToDictionary(one => one.Key, one => one.Key == name ? one.Value with { Value = value } : one.Value),
    };

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
