using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Delineation;

/// <summary>Looks at every found area once more, keeps what breaks nothing, names it, and sums the plan up.</summary>
internal sealed class PlanFinish(ProposalGround ground, NeedScores need, ProposalNotes notes)
{
    /// <summary>The rules that areas are judged by; null where no pack is asked for.</summary>
    public required AreaVerdicts? Verdicts { get; init; }

    /// <summary>What the check of the bound says.</summary>
    public required CertificateVerdict Proof { get; init; }

    /// <summary>Benefit of what has to be in areas, m².</summary>
    public required double Obligatory { get; init; }

    /// <summary>What floor area is worth.</summary>
    public required AreaFloors Floors { get; init; }

    /// <summary>What all areas together keep to.</summary>
    public required PlanLimitChecks PlanLimits { get; init; }

    /// <summary>The plan of the areas that break nothing.</summary>
    public JudgedPlan Of(List<RenewalArea> areas, RuleBook? book, CancellationToken cancel)
    {
        var judged = new JudgedArea[areas.Count];
        var options = new ParallelOptions
        {
            CancellationToken = cancel,
            MaxDegreeOfParallelism = ground.Options.Threads > 0 ? ground.Options.Threads : Environment.ProcessorCount,
        };

        // Looking at barriers needs room of its own: every thread has its checks.
        Parallel.For(0, areas.Count, options, () => new AreaChecks(ground, need), (index, _, checks) =>
        {
            judged[index] = Judge(areas[index], checks);
            return checks;
        }, _ => { });
        var kept = judged.Where(IsKept).ToList();
        var ofPlan = WithinPlanLimits(kept);
        for (var index = 0; index < kept.Count; index++)
        {
            kept[index] = kept[index].Named(string.Create(CultureInfo.InvariantCulture, $"A{index + 1:000}"));
        }

        return new JudgedPlan(PlanOf(kept, ofPlan), book?.Ground.Pack, [.. kept.SelectMany(area => area.Findings)], need, book?.Ground.Labels);
    }

    private JudgedArea Judge(RenewalArea area, AreaChecks checks)
    {
        var (chosen, findings) = Verdicts?.Of(area) ?? (Floors.Unruled(area), []);
        var projects = ground.Options.Limits.Projects.Count == 0 ? [] : ProjectsIn(chosen);
        var ofProjects = FindingsOf(chosen, projects);
        if (Verdicts is not null && Fails(ofProjects) && chosen.Dispositions.Any(proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate))
        {
            // What is chosen for an area may be too much for a project in it: keep comes before demolish here too.
            var (kept, without) = Verdicts.Of(Verdicts.WithoutElective(area));
            (chosen, findings, ofProjects) = FindingsOf(kept, projects) is var again && !Fails(again) ? (kept, without, again) : (chosen, findings, ofProjects);
        }

        IReadOnlyList<Finding> all = [.. findings, .. ofProjects];
        return new JudgedArea(
            chosen with { Projects = [.. projects.Select(project => project.Id)] }, all, [.. checks.Check(chosen), .. AreaVerdicts.Breaches(all)]);
    }

    private List<Finding> FindingsOf(RenewalArea area, List<ProjectRequest> projects) =>
        Verdicts is null ? [] : [.. projects.SelectMany(project => Verdicts.Of(area, project, ground.Named.RowsOf(project.Parcels)))];

    private static bool Fails(List<Finding> findings) => AreaVerdicts.Breaches(findings).Any(breach => breach.Price is null);

    private List<ProjectRequest> ProjectsIn(RenewalArea area)
    {
        var members = area.Parcels.ToHashSet();
        return [.. ground.Options.Limits.Projects.Where(project => ground.Named.RowsOf(project.Parcels) is { Length: > 0 } rows && rows.All(members.Contains))];
    }

    private bool IsKept(JudgedArea judged)
    {
        var breaches = judged.Breaches.Where(breach => breach.Price is null).ToList();
        if (breaches.Count == 0 && judged.Price > 0 && WorthOf(judged) <= 0 && !judged.Area.Parcels.Any(IsLockedIn))
        {
            breaches.Add(LimitText.Breach(
                "soft_limits", $"What it breaks costs {judged.Price:0} m², more than it is worth.", $"突破弹性限制的代价为 {judged.Price:0} m²,超过其效益。", null));
        }
        else if (breaches.Count == 0 && Floors.IsAsked && WorthOf(judged) <= 0 && !judged.Area.Parcels.Any(IsLockedIn))
        {
            breaches.Add(LimitText.Breach(
                "floor_worth", $"With the buildings that may really go it is worth {WorthOf(judged):0} m².", $"按实际可拆建筑计,其价值为 {WorthOf(judged):0} m²。", null));
        }

        if (breaches.Count > 0)
        {
            notes.Withhold(judged.Area, breaches);
        }

        return breaches.Count == 0;
    }

    private bool IsLockedIn(int parcel) => ground.Locks[parcel] == Land.ParcelLock.In;

    /// <summary>Takes areas out until the plan breaks no hard limit; what it breaks at a price is returned.</summary>
    private List<AreaBreach> WithinPlanLimits(List<JudgedArea> kept)
    {
        while (true)
        {
            var found = PlanLimits.Check([.. kept.Select(one => one.Area)]).ToList();
            var hard = found.Where(one => one.Breach.Price is null).ToList();
            if (hard.Count == 0 || kept.Count == 0)
            {
                return [.. found.Where(one => one.Breach.Price is not null).Select(one => one.Breach)];
            }

            // The smallest of those to blame goes; where the number of areas itself is too small, none can be returned.
            var goes = hard[0].Areas.Count > 0 ? [hard[0].Areas.Max()] : Enumerable.Range(0, kept.Count).ToArray();
            foreach (var index in goes.OrderDescending())
            {
                notes.Withhold(kept[index].Area, [hard[0].Breach]);
                kept.RemoveAt(index);
            }
        }
    }

    private double WorthOf(JudgedArea judged) => judged.Area.Benefit
        - (ground.Options.Lambda * judged.Area.Perimeter) - ground.Options.Limits.OpeningPrice - judged.Price + Floors.Worth(judged.Area);

    private Plan PlanOf(List<JudgedArea> kept, List<AreaBreach> ofPlan)
    {
        var areas = kept.ConvertAll(judged => judged.Area);
        var objective = kept.Sum(WorthOf) - ofPlan.Sum(breach => breach.Price ?? 0);
        var decided = objective - Obligatory;
        return new Plan
        {
            Areas = areas,
            Objective = objective,
            Bound = Proof.Bound,
            Gap = decided > 0 && Proof.Holds ? Math.Max(0, (Proof.Bound - objective) / decided) : null,
            ObligatoryBenefit = Obligatory,
            IsBoundProven = Proof.Holds,
            Options = ground.Options,
            DataVersion = ground.City.DataVersion,
            CandidateArea = ground.NetAreas.Sum(),
            PricedBreaches = [.. kept.SelectMany(judged => judged.Priced(judged.Area.Id)), .. JudgedArea.PricedOf("", ofPlan)],
            Notes = [.. notes.All(areas, Proof.Bound), .. BoundNotes.Of(Proof, Obligatory), .. Floors.Notes(areas)],
        };
    }
}
