using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Tests whether a request, with limits taken out or changed, has a plan: a run on a part of the city finds one whose every
/// area passes the independent checks. A plan that is found is there; one that is not found may still be.
/// </summary>
internal sealed class FeasibilityTests(ProposalRun run, IReadOnlySet<int>? focus, CancellationToken cancel)
{
    /// <summary>Whether there are areas, and all parcels that are locked in are in one.</summary>
    public bool IsFeasible(Asked asked)
    {
        var ground = run.Ground.With(asked.Options with { Threads = run.Ground.Options.Threads });
        var tried = run with { Ground = ground, Book = BookOf(asked), Focus = focus };
        var ready = tried.Prepare(cancel);
        var outcome = tried.Search(ready, null, cancel);
        if (outcome.Areas.Count == 0)
        {
            return false;
        }

        var plan = tried.Finish(ready, outcome, CertificateVerdict.Unchecked, cancel).Plan;
        var members = plan.Areas.SelectMany(area => area.Parcels).ToHashSet();
        return plan.Areas.Count > 0
            && Enumerable.Range(0, ground.Locks.Length).All(parcel =>
                ground.Locks[parcel] != ParcelLock.In || ground.NetAreas[parcel] <= 0 || members.Contains(parcel) || focus?.Contains(parcel) == false);
    }

    private RuleBook? BookOf(Asked asked)
    {
        if (run.Book is not { } book || asked.Pack is not { } pack || ReferenceEquals(pack, book.Ground.Pack))
        {
            return run.Book;
        }

        var ground = book.Ground;
        return new RuleBook(new RuleGround(pack, ground.City, ground.Facts, ground.Labels, ground.Year) { UdbTolerance = ground.UdbTolerance });
    }
}
