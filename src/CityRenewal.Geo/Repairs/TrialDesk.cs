namespace CityRenewal.Geo.Repairs;

/// <summary>Tries areas against a goal, giving up as few demolitions as that takes, and counts the work.</summary>
internal sealed class TrialDesk(TrialJudge judge, RepairLand land, RepairGoal goal, int holes)
{
    // Choices of demolitions to give up that are tried for one piece of land: fewer where judging it takes long.
    private const int MostChoices = 400;
    private const int FewestChoices = 20;
    private const int MostParcels = 15_000;
    private const double FoundByWholeLook = 1e-3;

    private readonly Dictionary<int[], (double Distance, TrialArea? Kept)> _known = new(SameRows.Instance);

    /// <summary>Parcels of all areas judged so far.</summary>
    public long Work { get; private set; }

    /// <summary>Areas judged so far.</summary>
    public long Tried { get; private set; }

    /// <summary>Whether every choice of demolitions to give up was tried where it mattered.</summary>
    public bool TriedEveryChoice { get; private set; } = true;

    /// <summary>What the goal says of an area: how far it is, and the area where it keeps the goal.</summary>
    public (double Distance, TrialArea? Kept) Assess(int[] parcels)
    {
        if (_known.TryGetValue(parcels, out var known))
        {
            return known;
        }

        Count(parcels);
        var distance = goal.Distance(judge.See(parcels, []));
        if (distance > 0 && judge.ElectiveOn(parcels) is { Length: > 0 } elective)
        {
            Count(parcels);
            distance = Math.Min(distance, goal.Distance(judge.See(parcels, elective)));
        }

        // What only a whole look finds wrong (a cut building, an enclave) is no end to what may follow.
        var kept = distance > 0 ? null : TryKeep(parcels);
        distance = kept is null ? Math.Max(distance, FoundByWholeLook) : 0;
        return _known[parcels] = (distance, kept);
    }

    /// <summary>The area where it keeps the goal; null where it does not, whatever demolition is given up.</summary>
    public TrialArea? TryKeep(int[] parcels)
    {
        if (Holds(parcels, []))
        {
            return new TrialArea(parcels, [], land.CostOf(parcels));
        }

        var elective = judge.ElectiveOn(parcels);
        if (elective.Length == 0)
        {
            return null;
        }

        if (!Holds(parcels, elective))
        {
            // Giving up less could only do where a rule wants demolition: with many to choose from nobody tried it all.
            TriedEveryChoice &= elective.Length <= 1;
            return null;
        }

        return Fewest(parcels, elective);
    }

    private TrialArea Fewest(int[] parcels, int[] elective)
    {
        int[] byFloor = [.. elective.OrderBy(building => ChangeCost.UnitsOf(judge.FloorAreaOf(building))).ThenBy(building => building)];
        var left = Math.Clamp(MostParcels / parcels.Length, FewestChoices, MostChoices);
        for (var count = 1; count < byFloor.Length; count++)
        {
            TrialArea? best = null;
            foreach (var chosen in Choices.Of(byFloor, count))
            {
                if (left-- == 0)
                {
                    TriedEveryChoice = false;
                    return best ?? WithoutNeedless(parcels, byFloor);
                }

                if (CostOf(parcels, chosen) is var cost && (best is null || cost.CompareTo(best.Cost) < 0) && Holds(parcels, chosen))
                {
                    best = new TrialArea(parcels, [.. chosen.Order()], cost);
                }
            }

            if (best is not null)
            {
                return best;
            }
        }

        return new TrialArea(parcels, elective, CostOf(parcels, elective));
    }

    // From all of them, those with the least floor area are taken up again first.
    private TrialArea WithoutNeedless(int[] parcels, int[] byFloor)
    {
        var kept = byFloor.ToList();
        foreach (var building in byFloor)
        {
            var fewer = kept.Where(other => other != building).Order().ToArray();
            if (Holds(parcels, fewer))
            {
                kept.Remove(building);
            }
        }

        return new TrialArea(parcels, [.. kept.Order()], CostOf(parcels, kept));
    }

    private ChangeCost CostOf(int[] parcels, IReadOnlyList<int> kept) => land.CostOf(parcels) with
    {
        Demolitions = kept.Count,
        FloorArea = kept.Sum(building => ChangeCost.UnitsOf(judge.FloorAreaOf(building))),
    };

    private bool Holds(int[] parcels, IReadOnlyList<int> kept)
    {
        Count(parcels);
        if (!goal.IsKept(judge.See(parcels, kept)))
        {
            return false;
        }

        Count(parcels);
        var area = judge.Read(parcels, kept);
        return goal.IsKept(area) && TrialJudge.Holes(area.Area.Outline) <= holes;
    }

    private void Count(int[] parcels)
    {
        Tried++;
        Work += parcels.Length;
    }
}
