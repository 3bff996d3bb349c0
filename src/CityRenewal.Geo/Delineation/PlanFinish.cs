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

    /// <summary>What areas are worth.</summary>
    public required PlanObjective Objective { get; init; }

    /// <summary>What the check of the bound says.</summary>
    public required CertificateVerdict Proof { get; init; }

    /// <summary>Benefit of what has to be in areas, m².</summary>
    public required double Obligatory { get; init; }

    /// <summary>The plan of the areas that break nothing.</summary>
    public JudgedPlan Of(List<RenewalArea> areas, RuleBook? book, CancellationToken cancel)
    {
        var judged = new (RenewalArea Area, IReadOnlyList<Finding> Findings, IReadOnlyList<AreaBreach> Breaches)[areas.Count];
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
        var kept = new List<RenewalArea>();
        var findings = new List<Finding>();
        foreach (var (area, found, breaches) in judged)
        {
            if (breaches.Count > 0)
            {
                notes.Withhold(area, breaches);
                continue;
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"A{kept.Count + 1:000}");
            kept.Add(area with { Id = id });
            findings.AddRange(found.Select(finding => finding with { Area = id }));
        }

        return new JudgedPlan(PlanOf(kept), book?.Ground.Pack, findings, need, book?.Ground.Labels);
    }

    private (RenewalArea Area, IReadOnlyList<Finding> Findings, IReadOnlyList<AreaBreach> Breaches) Judge(RenewalArea area, AreaChecks checks)
    {
        var (chosen, findings) = Verdicts?.Of(area) ?? (area, []);
        return (chosen, findings, [.. checks.Check(chosen), .. AreaVerdicts.Breaches(findings)]);
    }

    private Plan PlanOf(List<RenewalArea> kept)
    {
        var objective = Objective.Of(kept);
        var decided = objective - Obligatory;
        return new Plan
        {
            Areas = kept,
            Objective = objective,
            Bound = Proof.Bound,
            Gap = decided > 0 && Proof.Holds ? Math.Max(0, (Proof.Bound - objective) / decided) : null,
            ObligatoryBenefit = Obligatory,
            IsBoundProven = Proof.Holds,
            Options = ground.Options,
            DataVersion = ground.City.DataVersion,
            CandidateArea = ground.NetAreas.Sum(),
            Notes = [.. notes.All(kept, Proof.Bound), .. BoundNotes.Of(Proof, Obligatory)],
        };
    }
}
