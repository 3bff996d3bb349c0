using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Benchmarks.Delineation;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Benchmarks.Reasons;

/// <summary>Why every parcel of a plan is in or out; no peer answers the question.</summary>
public sealed class ReasonsSuite : IBenchmarkSuite
{
    public string Name => "reasons";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var ground = DelineationSuite.GroundOf(parcels, new ProposalOptions { Threads = 2 });
        var judged = Proposal.Under(null, ground);
        var areas = AreaMembers.Of(judged.Plan);
        PlanReasons? reasons = null;
        book.Ours(Name, "reason and change of all parcels", parcels, parcels, () => reasons = PlanReasons.Of(judged.Problem!, areas));
        book.Ours(Name, "what binds all areas", parcels, areas.Count, () => new AreaBinding(reasons!).All());
        var asked = Enumerable.Range(0, reasons!.Count).Where(parcel => reasons.AreaInQuestion[parcel] >= 0).Take(1_000).ToList();
        book.Ours(Name, "details of 1,000 parcels", parcels, asked.Count, () =>
        {
            var details = new DetailAssembly(reasons);
            asked.ForEach(parcel => details.Of(parcel));
        });
    }
}
