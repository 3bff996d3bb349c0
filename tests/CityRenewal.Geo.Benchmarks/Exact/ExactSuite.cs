using System.Diagnostics;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Benchmarks.Delineation;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Exact;
using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Benchmarks.Exact;

/// <summary>Certificates of the areas of a plan, each with two rings of free land: how many are closed, and how long each takes.</summary>
public sealed class ExactSuite : IBenchmarkSuite
{
    private const int MostAreas = 100;

    public string Name => "exact";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var ground = DelineationSuite.GroundOf(parcels, new ProposalOptions { Threads = 1 });
        var judged = Proposal.Under(null, ground);
        var reasons = PlanReasons.Of(judged.Problem!, AreaMembers.Of(judged.Plan));
        var areas = Enumerable.Range(0, reasons.Areas.Count).Where(area => AreaCertification.CanSolve(reasons, area)).TakeLast(MostAreas).ToList();
        var seconds = new List<double>();
        var found = new List<AreaCertificate>();
        foreach (var area in areas)
        {
            var clock = Stopwatch.StartNew();
            found.Add(AreaCertification.Of(reasons, area));
            seconds.Add(clock.Elapsed.TotalSeconds);
            var last = found[^1];
            Console.Error.WriteLine(
                $"  {last.Area} candidates {last.Candidates,4} rounds {last.Work.Rounds,3} cuts {last.Work.Cuts,4} nodes {last.Work.Nodes,5} {seconds[^1],7:F2} s proven {last.IsProven} value {last.Value:F0} best {last.Best:F0} gap {last.Gap:P2}");
        }

        seconds.Sort();
        Console.Error.WriteLine(
            $"  {areas.Count} areas: {seconds.Count(second => second <= 5)} within 5 s, longest {seconds.LastOrDefault():F1} s, proven {found.Count(one => one.IsProven)}, closed {found.Count(one => one.IsClosed)}, best {found.Average(one => (one.Best - one.Value) / one.Value):P2} better on average");
        if (areas.Count > 0)
        {
            book.Ours(Name, "certificate of the area of median time", parcels, 1, () => AreaCertification.Of(reasons, areas[areas.Count / 2]));
        }
    }
}
